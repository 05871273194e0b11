using System.Buffers;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>Recognises the outermost form of a paste by structure alone.</summary>
internal static class FormReader
{
    private static readonly SearchValues<char> BreaksWords = SearchValues.Create(" \n\t{}\"");

    /// <summary>The form of a text.</summary>
    public static PasteForm Read(string text, StructuredText structure)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return PasteForm.Empty;
        }

        return ByMarkup(trimmed)
            ?? ByTrace(trimmed)
            ?? ByOpening(trimmed, structure)
            ?? (IsLog(trimmed) ? PasteForm.Log
                : structure.Containers.Count > 0 ? PasteForm.Message
                : ByLength(trimmed));
    }

    private static PasteForm? ByMarkup(ReadOnlySpan<char> text)
    {
        if (Begins(text, "<!doctype html") || Begins(text, "<html") || Has(text, "<head>") || Has(text, "</html>"))
        {
            return PasteForm.Html;
        }

        if (Begins(text, "<?xml") || Begins(text, "<error") || (Has(text, "</Code>") && Has(text, "</Message>")) || Has(text, "</faultcode>"))
        {
            return PasteForm.Xml;
        }

        if (Begins(text, "curl ") || Has(text, "\n< HTTP/") || Begins(text, "< HTTP/") || Has(text, "$ curl "))
        {
            return PasteForm.Curl;
        }

        return Begins(text, "HTTP/") ? PasteForm.Http
            : Begins(text, "event:") || Begins(text, "data:") || Has(text, "\ndata: {") ? PasteForm.Sse
            : null;
    }

    private static PasteForm? ByTrace(ReadOnlySpan<char> text)
    {
        if (Has(text, "Traceback (most recent call last)") || (Has(text, "  File \"") && Has(text, "\", line ")))
        {
            return PasteForm.PythonTraceback;
        }

        if (Has(text, ".java:") || Has(text, ".kt:") || Has(text, "\nCaused by: "))
        {
            return PasteForm.Java;
        }

        if (Has(text, "goroutine ") || Begins(text, "panic: "))
        {
            return PasteForm.Go;
        }

        if (Has(text, "thread 'main' panicked") || Has(text, "called `Result::unwrap()`"))
        {
            return PasteForm.Rust;
        }

        if (Has(text, ".php(") || Has(text, "PHP Fatal error"))
        {
            return PasteForm.Php;
        }

        if (Has(text, ".rb:"))
        {
            return PasteForm.Ruby;
        }

        if (Has(text, "   at ") && (Has(text, ".cs:line ") || Has(text, "System.")))
        {
            return PasteForm.Dotnet;
        }

        if (Has(text, "rpc error: code = ") || Has(text, "StatusCode."))
        {
            return PasteForm.Grpc;
        }

        return Has(text, "    at ") || Has(text, "node:internal") || Has(text, "node_modules") ? PasteForm.Node : null;
    }

    private static PasteForm? ByOpening(ReadOnlySpan<char> text, StructuredText structure)
    {
        if (text[0] is not ('{' or '[') || structure.Containers.Count == 0)
        {
            return null;
        }

        var quote = text.IndexOfAny('"', '\'');
        return quote < 0 ? PasteForm.Node
            : text[quote] == '"' ? PasteForm.Json
            : text[..quote].ContainsAnyInRange('a', 'z') ? PasteForm.Node
            : PasteForm.PythonRepr;
    }

    /// <summary>A line that begins with a date, a time or a level.</summary>
    private static bool IsLog(ReadOnlySpan<char> text)
    {
        var line = text[..Math.Min(text.Length, 48)].TrimStart("[( ");
        var digits = line.Length >= 10 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1])
            && (line[4] is '-' or '/' || line[2] is ':' or '-' or '/');
        return digits
            || Begins(line, "ERROR") || Begins(line, "WARN") || Begins(line, "INFO") || Begins(line, "DEBUG") || Begins(line, "time=")
            || Begins(line, "level=");
    }

    private static PasteForm ByLength(ReadOnlySpan<char> text) =>
        !text.ContainsAny(BreaksWords) ? PasteForm.Code
        : text.Length < 400 && !text.Contains('\n') ? PasteForm.Message
        : PasteForm.Prose;

    private static bool Begins(ReadOnlySpan<char> text, string beginning) =>
        text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> text, string part) => text.Contains(part, StringComparison.Ordinal);
}
