using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Pages.Guide;

/// <summary>How far somebody has come with the checks of a record.</summary>
/// <param name="Chosen">The outcome that was seen, by check.</param>
/// <param name="Result">What that leaves.</param>
public sealed record GuideState(IReadOnlyDictionary<string, string> Chosen, GuidedResult Result)
{
    /// <summary>Whether nothing was told yet.</summary>
    public bool IsBegin => Chosen.Count == 0;

    /// <summary>Reads what a query tells of the checks of a record: a parameter a check, its value the outcome. What is no check or outcome is left out.</summary>
    internal static GuideState Of(IQueryCollection query, ErrorRecord record, GuidedDiagnosis guided)
    {
        var chosen = record.Checks
            .Select(check => (Check: check.Slug, check.Outcomes.FirstOrDefault(outcome => outcome.Slug == query[check.Slug].LastOrDefault())?.Slug))
            .Where(choice => choice.Slug is not null)
            .ToDictionary(choice => choice.Check, choice => choice.Slug!);
        return new GuideState(chosen, guided.Guide(record, chosen.Select(choice => new Observation { Check = choice.Key, Outcome = choice.Value })));
    }
}
