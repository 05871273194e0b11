namespace Benchr.Knowledge.Rules;

/// <summary>One field of an envelope: a path, and what its value must be if that is told.</summary>
/// <param name="Path">Field names from the body's root, joined by dots.</param>
/// <param name="Value">The value it must have, or null.</param>
/// <param name="Kind">The kind it must have, or null.</param>
public sealed record EnvelopeField(string Path, string? Value, string? Kind)
{
    private static readonly string[] Kinds = ["string", "number", "null", "object", "array", "boolean"];

    /// <summary>Whether the text is a field.</summary>
    public static bool IsValid(string text)
    {
        var field = Parse(text);
        return field.Path.Length > 0 && !field.Path.Contains(' ') && (field.Kind is null || Kinds.Contains(field.Kind));
    }

    /// <summary>Parses <c>path</c>, <c>path=value</c> or <c>path:kind</c>.</summary>
    public static EnvelopeField Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('=', ':');
        if (mark < 0)
        {
            return new EnvelopeField(text, null, null);
        }

        var rest = text[(mark + 1)..];
        return text[mark] == '=' ? new EnvelopeField(text[..mark], rest, null) : new EnvelopeField(text[..mark], null, rest);
    }
}
