namespace Benchr.Diagnosis.Scrubbing;

/// <summary>What stands around credentials: quotes, separators, and the many ways in which these are escaped.</summary>
internal static class Surroundings
{
    private static readonly string[] EscapedSeparators = ["u0022", "u0027", "u003d", "u003D", "x22", "x27", "n", "t", "r"];
    private static readonly string[] EncodedSeparators = ["&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27", "%3D", "%3d", "%20", "%3A", "%3a"];

    /// <summary>Whether a word may begin at a place: behind anything that is no letter or digit, or behind an escape that ends in one.</summary>
    public static bool CanBegin(string text, int position)
    {
        if (position == 0 || !(char.IsAsciiLetterOrDigit(text[position - 1]) || text[position - 1] is '-' or '_'))
        {
            return true;
        }

        var before = text.AsSpan(0, position);
        foreach (var escape in EscapedSeparators)
        {
            if (before.EndsWith(escape, StringComparison.Ordinal) && before.Length > escape.Length && before[^(escape.Length + 1)] == '\\')
            {
                return true;
            }
        }

        foreach (var code in EncodedSeparators)
        {
            if (before.EndsWith(code, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first place at or behind another that belongs to a value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where the name ends.</param>
    /// <param name="most">Most characters to skip.</param>
    public static int SkipSeparators(string text, int position, int most)
    {
        var limit = Math.Min(text.Length, position + most);
        while (position < limit)
        {
            if (text[position] is ' ' or ':' or '=' or '"' or '\'' or '>' or '\t')
            {
                position++;
            }
            else if (text[position] == '\\')
            {
                position = SkipEscape(text, position);
            }
            else if (Array.Find(EncodedSeparators, code => text.AsSpan(position).StartsWith(code, StringComparison.Ordinal)) is { } encoded)
            {
                position += encoded.Length;
            }
            else
            {
                break;
            }
        }

        return Math.Min(position, text.Length);
    }

    private static int SkipEscape(string text, int position)
    {
        while (position < text.Length && text[position] == '\\')
        {
            position++;
        }

        var escape = Array.Find(EscapedSeparators, candidate => text.AsSpan(position).StartsWith(candidate, StringComparison.Ordinal));
        return position + (escape?.Length ?? 0);
    }
}
