using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Guided;

/// <summary>Tells by the patterns of a check's outcomes which of them an output shows. The patterns see the output without its secrets.</summary>
internal sealed partial class OutputReader(Scrubber scrubber)
{
    /// <summary>Compiled when first asked for; there are as many as the catalogue has, so the table is bounded.</summary>
    private readonly ConcurrentDictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    /// <summary>Reads an output.</summary>
    /// <param name="output">What was printed.</param>
    /// <param name="check">The check that printed it.</param>
    /// <param name="warnings">Gets the secrets that were masked.</param>
    /// <returns>The outcomes whose pattern matches, in the record's order.</returns>
    public IReadOnlyList<Outcome> Read(string output, Check check, List<SecretWarning> warnings)
    {
        var scrubbed = scrubber.Scrub(output);
        warnings.AddRange(scrubbed.Warnings);

        // What a terminal adds: colours, and the line ends of Windows, before which no pattern expects its end.
        var text = Colour().Replace(scrubbed.Text, "").ReplaceLineEndings("\n");
        return [.. check.Outcomes.Where(outcome => outcome.Match is { } pattern && Compiled(pattern).IsMatch(text))];
    }

    private Regex Compiled(string pattern) =>
        patterns.GetOrAdd(pattern, static text => new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
