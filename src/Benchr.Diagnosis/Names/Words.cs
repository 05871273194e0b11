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

    /// <summary>Characters a word of ordinary text.</summary>
    private const int TypicalWord = 8;

    private static readonly Kind[] Kinds =
        [.. Enumerable.Range(0, 128).Select(character =>
            char.IsAsciiLetterOrDigit((char)character) ? Kind.Begins : (char)character is '_' or '-' or '.' ? Kind.Continues : Kind.Outside)];

    /// <summary>What a character is to a word.</summary>
    private enum Kind : byte
    {
        Outside,
        Continues,
        Begins,
    }

    /// <summary>The words of a text in order, dots, dashes, underscores and colons inside them included.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / TypicalWord);
        var characters = text.AsSpan();
        var kinds = Kinds.AsSpan();
        for (var position = 0; position < characters.Length; position++)
        {
            if (characters[position] >= 128 || kinds[characters[position]] != Kind.Begins)
            {
                continue;
            }

            var start = position;
            var end = position;
            for (; position < characters.Length; position++)
            {
                var character = characters[position];
                var kind = character < 128 ? kinds[character] : Kind.Outside;
                if (kind == Kind.Begins)
                {
                    end = position + 1;
                }
                else if (kind == Kind.Outside && !JoinsParts(characters, position))
                {
                    break;
                }
            }

            if (end - start is > 1 and <= LongestWord)
            {
                words.Add(new Word(start, end));
            }
        }

        return words;
    }

    /// <summary>A colon inside a namespace or a code of two parts, not at the end of a clause.</summary>
    private static bool JoinsParts(ReadOnlySpan<char> text, int position) =>
        text[position] == ':' && position + 1 < text.Length && char.IsAsciiLetter(text[position + 1]);

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
