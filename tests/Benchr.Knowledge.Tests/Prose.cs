using Benchr.Knowledge.Records;

namespace Benchr.Knowledge.Tests;

/// <summary>What of a record is written for people.</summary>
internal static class Prose
{
    /// <summary>The texts of a record and where each stands.</summary>
    public static IEnumerable<(string Path, string Text)> Of(ErrorRecord record) =>
    [
        ("summary", record.Summary),
        ("meaning", record.Meaning),
        .. Optional("retry.note", record.Retry.Note),
        .. record.Causes.Index().SelectMany(cause => new[]
        {
            ($"causes[{cause.Index}].title", cause.Item.Title),
            ($"causes[{cause.Index}].explanation", cause.Item.Explanation),
            ($"causes[{cause.Index}].fix", cause.Item.Fix),
        }.Concat(Optional($"causes[{cause.Index}].retry.note", cause.Item.Retry?.Note))),
        .. record.Checks.Index().SelectMany(check => check.Item.Outcomes.Index().SelectMany(outcome => new[]
        {
            ($"checks[{check.Index}].outcomes[{outcome.Index}].when", outcome.Item.When),
            ($"checks[{check.Index}].outcomes[{outcome.Index}].means", outcome.Item.Means),
        })),
        .. record.Response?.Notice.Index().Select(notice => ($"response.notice[{notice.Index}]", notice.Item)) ?? [],
        ("fix", record.Fix),
        .. record.Prevention.Index().Select(prevention => ($"prevention[{prevention.Index}]", prevention.Item)),
        .. record.Misfixes.Index().Select(misfix => ($"misfixes[{misfix.Index}].why", misfix.Item.Why)),
        .. record.Faq.Index().SelectMany(entry => new[] { ($"faq[{entry.Index}].question", entry.Item.Question), ($"faq[{entry.Index}].answer", entry.Item.Answer) }),
        .. record.Related.Index().Select(related => ($"related[{related.Index}].difference", related.Item.Difference)),
    ];

    private static IEnumerable<(string, string)> Optional(string path, string? text) => text is null ? [] : [(path, text)];
}
