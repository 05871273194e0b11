namespace Benchr.Diagnosis.Names;

/// <summary>A word of a text: a code, an exception class, a host name, a variable, a header.</summary>
internal readonly record struct Word(int Start, int End)
{
    private const int LongestPort = 5;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);

    /// <summary>Where the port ends that stands behind the word, as in <c>localhost:8080</c>; 0 where there is none.</summary>
    public int PortIn(string text)
    {
        var end = End + 1;
        while (end < text.Length && end - End <= LongestPort && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > End + 2 && text[End] == ':' && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) ? end : 0;
    }
}

/// <summary>Parts a text into words.</summary>
internal static class Words
{
    private const int LongestWord = 120;

    private static readonly bool[] Inside =
        [.. Enumerable.Range(0, 128).Select(character => char.IsAsciiLetterOrDigit((char)character) || (char)character is '_' or '-' or '.')];

    /// <summary>The words of a text in order, dots, dashes, underscores and colons inside them included.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var position = 0;
        while (position < text.Length)
        {
            if (!char.IsAsciiLetterOrDigit(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && IsInside(text, position))
            {
                position++;
            }

            var end = position;
            while (end > start && !char.IsAsciiLetterOrDigit(text[end - 1]))
            {
                end--;
            }

            if (end - start is > 1 and <= LongestWord)
            {
                words.Add(new Word(start, end));
            }
        }

        return words;
    }

    private static bool IsInside(string text, int position)
    {
        var character = text[position];
        if (character < 128 && Inside[character])
        {
            return true;
        }

        // A namespace or a code of two parts, not the end of a clause.
        return character == ':' && position + 1 < text.Length && char.IsAsciiLetter(text[position + 1]);
    }

    /// <summary>Whether a word can only be meant as a name: <c>not_found</c>, <c>ECONNRESET</c> and <c>RateLimitError</c>, not <c>cancelled</c>.</summary>
    public static bool IsDistinctive(ReadOnlySpan<char> name)
    {
        if (name.Contains('_'))
        {
            return true;
        }

        var upper = 0;
        var lower = 0;
        foreach (var character in name)
        {
            upper += char.IsAsciiLetterUpper(character) ? 1 : 0;
            lower += char.IsAsciiLetterLower(character) ? 1 : 0;
        }

        return (upper >= 5 && lower == 0) || (upper >= 2 && lower >= 4);
    }
}
