using System.Text;
using Benchr.Diagnosis.Answers;

namespace Benchr.Api.Pages.Home;

/// <summary>A masked paste cut into pieces that are evidence and pieces that are not.</summary>
public static class PasteExcerpt
{
    /// <summary>Most characters of a paste that are shown; of a longer one, those around the evidence.</summary>
    private const int Longest = 6000;
    private const int Before = 600;

    /// <summary>Cuts a paste.</summary>
    /// <param name="masked">The paste, secrets masked.</param>
    /// <param name="evidence">What in it decided.</param>
    /// <returns>The pieces in order; an ellipsis stands for what is left out.</returns>
    public static IReadOnlyList<PastePiece> Of(string masked, IReadOnlyList<Evidence> evidence)
    {
        var spans = evidence
            .Where(item => item.Start >= 0 && item.End > item.Start && item.End <= masked.Length)
            .OrderBy(item => item.Start).ThenByDescending(item => item.End)
            .ToList();
        var begin = masked.Length <= Longest ? 0 : WholeCharacter(masked, Math.Max(0, (spans.FirstOrDefault()?.Start ?? 0) - Before));
        var end = WholeCharacter(masked, Math.Min(masked.Length, begin + Longest));
        var pieces = new List<PastePiece>();
        var position = begin;
        foreach (var span in spans)
        {
            var (from, to) = (Math.Max(span.Start, position), Math.Min(span.End, end));
            if (to > from)
            {
                Add(pieces, masked[position..from], isEvidence: false);
                Add(pieces, masked[from..to], isEvidence: true);
                position = to;
            }
        }

        Add(pieces, masked[position..end], isEvidence: false);
        return
        [
            .. begin > 0 ? [new PastePiece("… ", false)] : Array.Empty<PastePiece>(),
            .. pieces,
            .. end < masked.Length ? [new PastePiece(" …", false)] : Array.Empty<PastePiece>(),
        ];
    }

    private static void Add(List<PastePiece> pieces, string text, bool isEvidence)
    {
        if (text.Length > 0)
        {
            pieces.Add(new PastePiece(Visible(text), isEvidence));
        }
    }

    /// <summary>Characters that HTML cannot hold, such as a terminal's escapes, get the picture that Unicode has for them.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            visible.Append(character switch
            {
                '\n' or '\r' or '\t' => character,
                < ' ' => (char)('\u2400' + character),
                '\u007f' => '\u2421',
                >= '\u0080' and < '\u00a0' or '\ufffe' or '\uffff' => '\ufffd',
                _ => character,
            });
        }

        return visible.ToString();
    }

    private static int WholeCharacter(string text, int position) => position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position - 1 : position;
}

/// <summary>A piece of a paste.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsEvidence">Whether it is a reason for the diagnosis.</param>
public sealed record PastePiece(string Text, bool IsEvidence);
