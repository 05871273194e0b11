namespace Benchr.Diagnosis.Scrubbing;

/// <summary>What credentials are made of.</summary>
internal static class CredentialCharacters
{
    /// <summary>Where a whole credential ends.</summary>
    public static int EndOfWhole(string text, int start) => End(text, start, masked: false);

    /// <summary>Where a credential ends that may have stars, dots or crosses in its middle.</summary>
    public static int EndOfMasked(string text, int start) => End(text, start, masked: true);

    private static int End(string text, int start, bool masked)
    {
        var position = start;
        while (position < text.Length)
        {
            if (IsInside(text[position]) || (masked && text[position] is '*' or '…' or '•' or '.'))
            {
                position++;
            }
            else if (EndOfInterruption(text, position) is var next && next > position && next < text.Length && IsInside(text[next]))
            {
                position = next;
            }
            else
            {
                break;
            }
        }

        while (position > start && text[position - 1] == '.')
        {
            position--;
        }

        return position;
    }

    /// <summary>A terminal's colour, raw or escaped, may stand in the middle of a credential without ending it.</summary>
    private static int EndOfInterruption(string text, int position)
    {
        var start = position;
        if (text[position] == '\u001b')
        {
            start = position + 1;
        }
        else
        {
            var rest = text.AsSpan(position).TrimStart('\\');
            var backslashes = text.Length - position - rest.Length;
            foreach (var escape in (ReadOnlySpan<string>)["u001b", "x1b", "033", "e["])
            {
                if (backslashes > 0 && rest.StartsWith(escape, StringComparison.OrdinalIgnoreCase))
                {
                    start = position + backslashes + (escape[^1] == '[' ? escape.Length - 1 : escape.Length);
                }
            }
        }

        if (start == position || start >= text.Length || text[start] != '[')
        {
            return position;
        }

        var end = start + 1;
        while (end < text.Length && end - start < 24 && (char.IsAsciiDigit(text[end]) || text[end] == ';'))
        {
            end++;
        }

        return end < text.Length && char.IsAsciiLetter(text[end]) ? end + 1 : position;
    }

    private static bool IsInside(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
