using System.Text;

namespace Benchr.Api.Markdown;

/// <summary>Makes values safe to stand in Markdown: none can end its place early and become something else.</summary>
internal static class MarkdownText
{
    private const string Special = @"\`*[]<>&~|";

    /// <summary>Plain text on one line: what would be markup is shown as it is.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        var line = OneLine(text);
        for (var index = 0; index < line.Length; index++)
        {
            // An underscore inside a word is no emphasis, and codes are easier to read without the backslash.
            var isMarkup = line[index] == '_'
                ? !IsInWord(line, index)
                : Special.Contains(line[index], StringComparison.Ordinal) || (index == 0 && line[index] is '#' or '+' or '-' or '=' or ':');
            plain.Append(isMarkup ? "\\" : "").Append(line[index]);
        }

        return plain.ToString();
    }

    /// <summary>A value as code inside a line, whatever backticks it holds.</summary>
    public static string Code(string value)
    {
        var line = OneLine(value);
        var fence = new string('`', LongestRun(line, '`') + 1);
        var isPadded = line.Length == 0 || line[0] is '`' or ' ' || line[^1] is '`' or ' ';
        return isPadded ? $"{fence} {line} {fence}" : $"{fence}{line}{fence}";
    }

    /// <summary>Prose that is Markdown already, on one line.</summary>
    public static string Inline(string markdown) => OneLine(markdown);

    /// <summary>A link with plain text.</summary>
    public static string Link(string text, string address)
    {
        var target = OneLine(address).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
        return target.AsSpan().ContainsAny(" ()") ? $"[{Plain(text)}](<{target}>)" : $"[{Plain(text)}]({target})";
    }

    /// <summary>The fence around a block that no line of the block can close.</summary>
    public static string Fence(string block) => new('`', Math.Max(3, LongestRun(block, '`') + 1));

    private static bool IsInWord(string line, int index) =>
        index > 0 && index < line.Length - 1 && char.IsLetterOrDigit(line[index - 1]) && char.IsLetterOrDigit(line[index + 1]);

    private static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Line breaks and other control characters become spaces.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
