using System.Text.RegularExpressions;
using Benchr.Knowledge.Records;

namespace Benchr.Storage.Search;

/// <summary>A part of a record that is searched on its own.</summary>
/// <param name="Name">The column, and the field that a highlight names.</param>
/// <param name="Weight">How much more a word counts here than in running text.</param>
/// <param name="TextsOf">What of a record stands in it.</param>
internal sealed record SearchColumn(string Name, double Weight, Func<ErrorRecord, IEnumerable<string>> TextsOf);

/// <summary>The parts of a record that are searched, in the order of the table's columns.</summary>
internal static partial class SearchColumns
{
    public static readonly IReadOnlyList<SearchColumn> All =
    [
        new("names", 8, record => Names(record)),
        new("title", 10, record => [record.Title]),
        new("summary", 5, record => [record.Summary]),
        new("causes", 4, record => record.Causes.Select(cause => cause.Title).Concat(record.Causes.SelectMany(cause => cause.Signatures))),
        new("questions", 4, record => record.Faq.Select(entry => entry.Question).Concat(record.Misfixes.Select(misfix => misfix.Action))),
        new("text", 1, record =>
        [
            record.Meaning, record.Fix, .. record.Causes.Select(cause => cause.Explanation), .. record.Causes.Select(cause => cause.Fix),
            .. record.Faq.Select(entry => entry.Answer), .. record.Misfixes.Select(misfix => misfix.Why), .. record.Prevention,
        ]),
    ];

    private static IEnumerable<string> Names(ErrorRecord record)
    {
        string[] names = [record.Id(), .. record.Aliases, .. record.Sdk, .. record.Status.Select(status => status.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return names.SelectMany(name => new[] { name, WordBoundary().Replace(name, " ") }).Distinct();
    }

    /// <summary>Between the words of <c>RateLimitReached</c>, which are looked for one by one too.</summary>
    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordBoundary();
}
