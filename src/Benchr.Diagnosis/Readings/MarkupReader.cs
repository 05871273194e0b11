namespace Benchr.Diagnosis.Readings;

/// <summary>Reads what stands in elements such as <c>&lt;Code&gt;ExpiredToken&lt;/Code&gt;</c>, as XML faults have it, and in the lines of a gRPC status.</summary>
internal static class MarkupReader
{
    private const int MostElements = 200;
    private const int LongestName = 40;
    private const int LongestValue = 500;

    /// <summary>What stands before a value and what ends it; an empty end is the end of the line.</summary>
    private static readonly (string Before, string After, FieldRole Role)[] StatusLines =
    [
        ("rpc error: code = ", " ", FieldRole.Code),
        (" desc = ", "", FieldRole.Message),
        ("StatusCode.", "\n", FieldRole.Code),
        ("details = \"", "\"", FieldRole.Message),
    ];

    /// <summary>The values of a text whose form says that it has such.</summary>
    public static IEnumerable<(FieldRole Role, int Start, int End)> Read(string text, PasteForm form) => form switch
    {
        PasteForm.Xml => Elements(text),
        PasteForm.Grpc => OfStatus(text),
        _ => [],
    };

    private static IEnumerable<(FieldRole Role, int Start, int End)> Elements(string text)
    {
        var position = 0;
        for (var count = 0; count < MostElements; count++)
        {
            var close = text.IndexOf("</", position, StringComparison.Ordinal);
            if (close < 0)
            {
                yield break;
            }

            position = close + 2;
            var open = text.LastIndexOf('>', close);
            var nameStart = open < 0 ? -1 : text.LastIndexOf('<', open, Math.Min(open + 1, LongestName));
            if (nameStart >= 0
                && close - open - 1 is > 0 and <= LongestValue
                && FieldNames.TryRole(text.AsSpan(nameStart + 1, open - nameStart - 1), out var role))
            {
                yield return (role, open + 1, close);
            }
        }
    }

    private static IEnumerable<(FieldRole Role, int Start, int End)> OfStatus(string text)
    {
        foreach (var (before, after, role) in StatusLines)
        {
            // The last, since each layer of a Go program puts its own in front.
            var at = text.LastIndexOf(before, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var start = at + before.Length;
            var end = text.AsSpan(start).IndexOfAny(after.Length == 0 ? "\n" : after + "\n");
            yield return (role, start, end < 0 ? text.Length : start + end);
        }
    }
}
