namespace Benchr.Diagnosis.Structure;

/// <summary>The small steps of reading a document that may be escaped, quoted or damaged in many ways.</summary>
internal static class Tokens
{
    /// <summary>Quotes that turn out not to close a string before the first of them is taken after all.</summary>
    private const int MostDoubtfulQuotes = 12;

    private const int LongestName = 80;

    /// <summary>The first position that is neither white space, an escaped line break, nor the frame of a terminal box.</summary>
    public static int SkipSpace(string text, int position, int end)
    {
        while (position < end)
        {
            var character = text[position];
            if (char.IsWhiteSpace(character) || character is >= '\u2500' and <= '\u257F' or '\u23BF')
            {
                position++;
                continue;
            }

            if (character != '\\')
            {
                return position;
            }

            var after = SkipBackslashes(text, position, end);
            if (after >= end || text[after] is not ('n' or 'r' or 't'))
            {
                return position;
            }

            position = after + 1;
        }

        return position;
    }

    /// <summary>Whether a quote, possibly escaped, stands at a position.</summary>
    public static bool TryQuote(string text, int position, int end, out char quote, out int level)
    {
        var at = SkipBackslashes(text, position, end);
        level = at - position;
        quote = at < end ? text[at] : '\0';
        return quote is '"' or '\'' or '\u201C' or '\u201D' or '`';
    }

    /// <summary>The end of a name that is not quoted.</summary>
    public static int SkipName(string text, int position, int end)
    {
        var limit = Math.Min(end, position + LongestName);
        while (position < limit && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '-' or '$' or '@' or '.'))
        {
            position++;
        }

        return position;
    }

    /// <summary>Where a string ends, and where to go on behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first character of the string.</param>
    /// <param name="end">Where the enclosing range ends.</param>
    /// <param name="quote">The quote that opened it.</param>
    /// <param name="level">How many backslashes stood before that quote.</param>
    /// <param name="isValue">Whether a value is read: then a colon cannot follow.</param>
    public static (int Close, int Next) FindClose(string text, int start, int end, char quote, int level, bool isValue)
    {
        var closing = quote == '\u201C' ? '\u201D' : quote;
        var first = (Close: -1, Next: -1);
        var doubtful = 0;
        for (var at = IndexOf(text, closing, start, end); at >= 0; at = IndexOf(text, closing, at + 1, end))
        {
            var backslashes = CountBackslashesBefore(text, start, at);
            if (backslashes < level)
            {
                // An outer string ends here, so this one was cut off inside it.
                return (at - backslashes, at - backslashes);
            }

            if (backslashes != level && !(level == 0 && backslashes % 2 == 0))
            {
                continue;
            }

            var close = (Close: at - level, Next: at + 1);
            if (CanFollow(text, at + 1, end, isValue))
            {
                return close;
            }

            // A quote inside the string that nobody escaped, as wrappers produce when they paste a body into a message.
            first = first.Close < 0 ? close : first;
            if (++doubtful == MostDoubtfulQuotes)
            {
                return first;
            }
        }

        return first.Close < 0 ? (end, end) : first;
    }

    /// <summary>Where a value without quotes ends.</summary>
    public static int FindBareEnd(string text, int start, int end)
    {
        var position = start;
        var isSentence = false;
        while (position < end && text[position] is not ('}' or ']' or '{' or '[' or '\n' or '\r' or '"'))
        {
            if (text[position] == ',' && !(isSentence && GoesOn(text, position + 1, end)))
            {
                break;
            }

            if (text[position] == ' ' && position > start && BeginsName(text, position + 1, end))
            {
                break;
            }

            isSentence |= text[position] == ' ' && position > start;

            position++;
        }

        while (position > start && text[position - 1] is ' ' or '\\')
        {
            position--;
        }

        return position;
    }

    /// <summary>What a value without quotes is.</summary>
    public static ValueKind KindOf(ReadOnlySpan<char> value) => value switch
    {
        "null" or "None" or "nil" or "<nil>" or "undefined" => ValueKind.Null,
        "true" or "false" or "True" or "False" => ValueKind.Boolean,
        _ when double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) => ValueKind.Number,
        _ => ValueKind.String,
    };

    /// <summary>Go prints <c>{Code:400 Message:text}</c>: the next name ends the value.</summary>
    private static bool BeginsName(string text, int position, int end)
    {
        var nameEnd = SkipName(text, position, Math.Min(end, position + 30));
        return nameEnd > position
            && char.IsAsciiLetterUpper(text[position])
            && nameEnd + 1 < end
            && text[nameEnd] == ':'
            && text[nameEnd + 1] is not (' ' or '/' or '\n');
    }

    /// <summary>Java prints <c>{message=one, two, code=text}</c>: a comma that no name follows belongs to the sentence.</summary>
    private static bool GoesOn(string text, int position, int end)
    {
        var next = SkipSpace(text, position, end);
        var nameEnd = SkipName(text, next, end);
        return nameEnd > next && nameEnd < end && text[nameEnd] is not (':' or '=' or '"' or '\'');
    }

    private static bool CanFollow(string text, int position, int end, bool isValue)
    {
        var next = SkipSpace(text, position, end);
        return next >= end || text[next] is ',' or '}' or ']' or ')' or ';' || (!isValue && text[next] is ':' or '=');
    }

    private static int SkipBackslashes(string text, int position, int end)
    {
        while (position < end && text[position] == '\\')
        {
            position++;
        }

        return position;
    }

    private static int CountBackslashesBefore(string text, int start, int position)
    {
        var count = 0;
        while (position - count - 1 >= start && text[position - count - 1] == '\\')
        {
            count++;
        }

        return count;
    }

    private static int IndexOf(string text, char character, int start, int end)
    {
        var at = start < end ? text.AsSpan(start, end - start).IndexOf(character) : -1;
        return at < 0 ? -1 : start + at;
    }
}
