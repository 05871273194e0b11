using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Weighing;

/// <summary>A piece of evidence before anybody asks to see it: most candidates lose, and theirs is never written out.</summary>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Start">Where it begins in the text; -1 when it was told beside it.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct Sign(EvidenceKind Kind, int Start, int End, double Weight)
{
    private const int LongestText = 200;

    /// <summary>The evidence, with the piece of the text that it is.</summary>
    public Evidence In(string text) => Start < 0
        ? new Evidence(Kind, "", -1, -1, Math.Round(Weight, 2))
        : new Evidence(Kind, text.Substring(Start, Math.Min(End - Start, LongestText)), Start, End, Math.Round(Weight, 2));

    /// <summary>Something that was told beside the text.</summary>
    public static Sign Told(EvidenceKind kind, double weight) => new(kind, -1, -1, weight);
}
