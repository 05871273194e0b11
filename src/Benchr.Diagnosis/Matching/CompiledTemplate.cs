using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Readings;
using Benchr.Knowledge.Templates;

namespace Benchr.Diagnosis.Matching;

/// <summary>A message template as folded literals, ready to be looked for.</summary>
internal sealed class CompiledTemplate
{
    public CompiledTemplate(MessageTemplate template, int owner)
    {
        Owner = owner;
        var literals = new List<byte[]>();
        var captures = new List<(int Literal, string Fact)>();
        foreach (var part in template.Parts)
        {
            if (!part.IsLiteral)
            {
                if (CaptureReader.FactOf(part.Text) is { } fact)
                {
                    captures.Add((literals.Count - 1, fact));
                }
            }
            else if (FoldedText.SymbolsOf(part.Text) is { Length: > 0 } symbols)
            {
                literals.Add(symbols);
            }
        }

        Literals = [.. literals];
        Captures = [.. captures];
        Length = Literals.Sum(literal => literal.Length);
        BeginsWithWord = template.Parts[0].IsLiteral && char.IsAsciiLetterOrDigit(template.Parts[0].Text[0]);
        EndsWithWord = template.Parts[^1].IsLiteral && char.IsAsciiLetterOrDigit(template.Parts[^1].Text[^1]);
    }

    /// <summary>The index of what the template speaks for.</summary>
    public int Owner { get; }

    /// <summary>The literals in order, folded; a placeholder stands between two.</summary>
    public byte[][] Literals { get; }

    /// <summary>The facts that stand between literals: behind which literal, -1 before the first, and under what name.</summary>
    public (int Literal, string Fact)[] Captures { get; }

    /// <summary>Number of symbols of all literals.</summary>
    public int Length { get; }

    /// <summary>Whether the first symbol must begin a word in the text.</summary>
    public bool BeginsWithWord { get; }

    /// <summary>Whether the last symbol must end a word in the text.</summary>
    public bool EndsWithWord { get; }

    /// <summary>Where the facts stand that a whole sighting of this template holds, in code units of the text.</summary>
    public List<(int Start, int End, string Fact)> CapturesIn(FoldedText text, TemplateMatch match)
    {
        List<(int Start, int End, string Fact)> found = new(Captures.Length);
        var position = text.IndexOf(match.Start);
        var end = text.IndexOf(match.End);
        var previous = 0;
        for (var index = 0; index < Literals.Length; index++)
        {
            var at = text.Symbols[position..end].IndexOf(Literals[index]);
            if (at < 0)
            {
                return [];
            }

            foreach (var (literal, fact) in Captures)
            {
                if (literal >= 0 && literal + 1 == index)
                {
                    found.Add((text.EndOf(previous - 1), text.OffsetOf(position + at), fact));
                }
            }

            position += at + Literals[index].Length;
            previous = position;
        }

        return found;
    }
}

/// <summary>Where a template was found.</summary>
/// <param name="Template">The index of the template.</param>
/// <param name="Owner">The index of what the template speaks for.</param>
/// <param name="Start">Where it begins in the text, in code units.</param>
/// <param name="End">Where it ends in the text, exclusive.</param>
/// <param name="Matched">Number of literal symbols found.</param>
/// <param name="Length">Number of literal symbols the template has.</param>
/// <param name="IsCut">Whether what is missing was cut off by the text's own end or beginning; otherwise the text goes on in other words.</param>
/// <param name="HasOtherNumber">Whether the text has another number where the template has one.</param>
internal readonly record struct TemplateMatch(int Template, int Owner, int Start, int End, int Matched, int Length, bool IsCut, bool HasOtherNumber)
{
    /// <summary>How much of the template was found, from 0 to 1.</summary>
    public double Coverage => (double)Matched / Length;

    /// <summary>Whether all of it was found.</summary>
    public bool IsWhole => Matched == Length;

    /// <summary>Whether the two share a place of the text.</summary>
    public bool Overlaps(TemplateMatch other) => Start < other.End && other.Start < End;

    /// <summary>Whether the other lies inside this one.</summary>
    public bool Covers(TemplateMatch other) => Start <= other.Start && other.End <= End;
}
