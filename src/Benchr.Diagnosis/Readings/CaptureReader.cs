using System.Collections.Frozen;
using System.Globalization;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Matching;

namespace Benchr.Diagnosis.Readings;

/// <summary>
/// Takes facts out of messages that a template explains: the template names what stands where. Only templates found in whole
/// are asked, since a part may have lost its neighbour.
/// </summary>
internal static class CaptureReader
{
    private const int LongestValue = 200;

    /// <summary>The names that placeholders may have, and the facts they hold.</summary>
    private static readonly FrozenDictionary<string, string> Facts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["limit"] = FactNames.Limit,
        ["used"] = FactNames.Used,
        ["requested"] = FactNames.Requested,
        ["tokensAllowed"] = FactNames.TokensAllowed,
        ["tokensRequested"] = FactNames.TokensRequested,
        ["model"] = FactNames.Model,
        ["deployment"] = FactNames.Deployment,
        ["region"] = FactNames.Region,
        ["org"] = FactNames.Organization,
        ["organization"] = FactNames.Organization,
        ["project"] = FactNames.Project,
        ["param"] = FactNames.Parameter,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What placeholders of a name hold, or null when they hold nothing that is told.</summary>
    public static string? FactOf(string placeholder) => Facts.GetValueOrDefault(placeholder);

    /// <summary>The facts of the messages that were found, the fullest message first.</summary>
    public static List<Fact> Read(string text, FoldedText folded, List<TemplateMatch> matches, CompiledTemplate[] templates)
    {
        List<TemplateMatch> telling = [];
        foreach (var match in matches)
        {
            if (match.IsWhole && templates[match.Template].Captures.Length > 0)
            {
                telling.Add(match);
            }
        }

        List<Fact> facts = [];
        foreach (var match in telling.OrderByDescending(match => match.Matched))
        {
            AddFacts(text, folded, match, templates[match.Template], facts);
        }

        return facts;
    }

    private static void AddFacts(string text, FoldedText folded, TemplateMatch match, CompiledTemplate template, List<Fact> facts)
    {
        foreach (var (start, end, name) in template.CapturesIn(folded, match))
        {
            var (from, to) = Trim(text, start, end);
            if (to > from && to - from <= LongestValue && ValueOf(name, text.AsSpan(from, to - from)) is { } value)
            {
                facts.Add(new Fact(name, value, from, to));
            }
        }
    }

    /// <summary>Numbers as numbers; everything else as one word, without the quotes around it.</summary>
    private static string? ValueOf(string name, ReadOnlySpan<char> value)
    {
        if (name is FactNames.Limit or FactNames.Used or FactNames.Requested or FactNames.TokensAllowed or FactNames.TokensRequested)
        {
            return double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.###", CultureInfo.InvariantCulture)
                : null;
        }

        return value.ContainsAny(' ', '\n', '\t') ? null : value.ToString();
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && !IsInside(text[start]))
        {
            start++;
        }

        while (end > start && !IsInside(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsInside(char character) => char.IsLetterOrDigit(character) || character is '*' or '…';
}
