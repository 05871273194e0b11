using System.Globalization;

namespace Benchr.Diagnosis.Folding;

/// <summary>Reads what stands for one character: JSON and string escapes at any depth, HTML entities, terminal colours.</summary>
internal static class Escapes
{
    private const char Nothing = ' ';
    private const int LongestEntity = 10;

    /// <summary>Reads the escape at an index and moves the index to its last character.</summary>
    /// <returns>The character meant; a space when the escape stands for nothing that is a letter or a digit.</returns>
    public static char Read(ReadOnlySpan<char> text, ref int index) => text[index] switch
    {
        '\\' => ReadBackslash(text, ref index),
        '&' => ReadEntity(text, ref index),
        '%' => ReadPercent(text, ref index),
        _ => ReadTerminalSequence(text, ref index),
    };

    private static char ReadBackslash(ReadOnlySpan<char> text, ref int index)
    {
        // Every level of embedding doubles the backslashes; however many there are, they stand for one escape.
        while (index + 1 < text.Length && text[index + 1] == '\\')
        {
            index++;
        }

        if (index + 1 >= text.Length)
        {
            return Nothing;
        }

        var kind = text[index + 1];
        if (kind is 'n' or 'r' or 't')
        {
            index++;
            return Nothing;
        }

        var digits = kind switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && index + 1 + digits < text.Length
            && ushort.TryParse(text.Slice(index + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            index += 1 + digits;
            if (code == '\u001b')
            {
                SkipTerminalSequence(text, ref index);
            }

            return (char)code;
        }

        return Nothing;
    }

    private static char ReadEntity(ReadOnlySpan<char> text, ref int index)
    {
        var rest = text[(index + 1)..Math.Min(text.Length, index + 1 + LongestEntity)];
        var end = rest.IndexOf(';');
        if (end < 2)
        {
            return Nothing;
        }

        var name = rest[..end];
        if (name[0] == '#')
        {
            var hexadecimal = name.Length > 2 && name[1] is 'x' or 'X';
            var digits = hexadecimal ? name[2..] : name[1..];
            var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            if (ushort.TryParse(digits, style, CultureInfo.InvariantCulture, out var code))
            {
                index += end + 1;
                return (char)code;
            }

            return Nothing;
        }

        if (name is "quot" or "amp" or "lt" or "gt" or "nbsp" or "apos" or "rsquo" or "lsquo" or "hellip" or "mdash" or "ndash")
        {
            index += end + 1;
        }

        return Nothing;
    }

    private static char ReadPercent(ReadOnlySpan<char> text, ref int index)
    {
        // Only what an address escapes between words: %20 and its like would otherwise leave their digits behind.
        if (index + 2 < text.Length && text[index + 1] is '2' or '3' && char.IsAsciiHexDigit(text[index + 2])
            && index > 0 && char.IsAsciiLetterOrDigit(text[index - 1]) && index + 3 < text.Length && char.IsAsciiLetter(text[index + 3]))
        {
            index += 2;
        }

        return Nothing;
    }

    private static char ReadTerminalSequence(ReadOnlySpan<char> text, ref int index)
    {
        SkipTerminalSequence(text, ref index);
        return Nothing;
    }

    /// <summary>Skips <c>[31;1m</c> and its like after the escape character at the index.</summary>
    private static void SkipTerminalSequence(ReadOnlySpan<char> text, ref int index)
    {
        if (index + 1 >= text.Length || text[index + 1] != '[')
        {
            return;
        }

        var end = index + 2;
        while (end < text.Length && end < index + 24 && (char.IsAsciiDigit(text[end]) || text[end] is ';' or '?'))
        {
            end++;
        }

        if (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            index = end;
        }
    }
}
