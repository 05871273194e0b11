namespace Benchr.Diagnosis.Readings;

/// <summary>A line <c>name: value</c>, as HTTP headers and labelled log output have it.</summary>
internal readonly record struct HeaderLine(int NameStart, int NameEnd, int ValueStart, int ValueEnd)
{
    private const int LongestName = 60;
    private const int MostLines = 2000;

    public ReadOnlySpan<char> Name(string text) => text.AsSpan(NameStart, NameEnd - NameStart);

    public ReadOnlySpan<char> Value(string text) => text.AsSpan(ValueStart, ValueEnd - ValueStart);

    /// <summary>The header-like lines of a text.</summary>
    public static List<HeaderLine> Of(string text)
    {
        var lines = new List<HeaderLine>();
        var start = 0;
        while (start < text.Length && lines.Count < MostLines)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (TryRead(text, start, end, out var line))
            {
                lines.Add(line);
            }

            start = end + 1;
        }

        return lines;
    }

    private static bool TryRead(string text, int start, int end, out HeaderLine line)
    {
        // curl marks what it sent and received with '>' and '<', as mail does a quotation; boxes and lists begin with a frame or a dash.
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '<' or '>' or '|' or '│' or '-' or '*' or '"' or '\''))
        {
            start++;
        }

        var nameEnd = start;
        while (nameEnd < end && nameEnd - start <= LongestName
            && (char.IsAsciiLetterOrDigit(text[nameEnd]) || text[nameEnd] is '-' or '_'))
        {
            nameEnd++;
        }

        line = default;
        if (nameEnd == start || nameEnd + 1 >= end || text[nameEnd] != ':' || text[nameEnd + 1] == '/')
        {
            return false;
        }

        var value = nameEnd + 1;
        while (value < end && text[value] is ' ' or '\t')
        {
            value++;
        }

        while (end > value && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        line = new HeaderLine(start, nameEnd, value, end);
        return end > value;
    }
}
