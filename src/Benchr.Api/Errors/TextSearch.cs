using Benchr.Knowledge.Records;

namespace Benchr.Api.Errors;

/// <summary>Finds records by words.</summary>
internal static class TextSearch
{
    private static readonly char[] Separators = [' ', '\t', ',', ';', '"', '\''];

    /// <summary>Whether every word of a query occurs in what a record says up front.</summary>
    public static bool Matches(ErrorRecord record, string query) =>
        query.Split(Separators, StringSplitOptions.RemoveEmptyEntries).All(word => Texts(record).Any(text =>
            text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(ErrorRecord record) =>
    [
        record.Id(), record.Title, record.Summary, record.Meaning, record.Fix,
        .. record.Aliases, .. record.Causes.Select(cause => cause.Title), .. record.Causes.SelectMany(cause => cause.Signatures),
        .. record.Faq.Select(entry => entry.Question),
    ];
}
