using System.Buffers;
using Benchr.Diagnosis.Names;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>A number that stands where a status stands.</summary>
/// <param name="Value">The status.</param>
/// <param name="Start">Where it begins; -1 when it was told beside the paste.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Strength">How sure it is that it is one: 1 the words before it say so, 2 a field, 3 a field of the innermost body, 4 a status line.</param>
internal readonly record struct StatusSighting(int Value, int Start, int End, int Strength);

/// <summary>Finds the HTTP status. A number that only looks like one (500 tokens, a year, a line number) is none.</summary>
internal static class StatusReader
{
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789. \"");

    private static readonly string[] Announcements =
    [
        "error code", "status code", "statuscode", "status_code", "http status", "http", "http error", "status", "api error", "error", "got status", "code", "response code",
        "failed with", "returned", "responded with", "状态码", "狀態碼", "错误码", "錯誤碼", "错误代码", "返回码", "状态错误",
    ];

    /// <summary>What libraries say in place of a reason phrase, or before it.</summary>
    private static readonly string[] Classes = ["Client Error", "Server Error"];

    /// <summary>The surest sighting; of equally sure ones the last, since logs end with what mattered.</summary>
    public static StatusSighting? Find(string text, StructuredText structure)
    {
        StatusSighting? best = null;
        foreach (var field in structure.Fields)
        {
            if (FieldNames.TryRole(field.Name(text), out var role) && role is FieldRole.Status or FieldRole.Code
                && TryStatus(field.Value(text), out var value))
            {
                var nested = structure.Containers[field.Container].Nesting > 0;
                best = Better(best, new StatusSighting(value, field.ValueStart, field.ValueEnd, nested ? 3 : 2));
            }
        }

        for (var position = 0; position + 3 <= text.Length; position++)
        {
            var at = text.AsSpan(position).IndexOfAnyInRange('1', '5');
            if (at < 0)
            {
                break;
            }

            position += at;
            var bounded = position == 0 || !(char.IsAsciiLetterOrDigit(text[position - 1]) || text[position - 1] is '.' or '-' or ',' or '_');
            if (bounded && position + 3 <= text.Length && TryStatus(text.AsSpan(position, 3), out var value) && EndsNumber(text, position + 3)
                && StrengthOf(text, position) is var strength and > 0)
            {
                best = Better(best, new StatusSighting(value, position, position + 3, strength));
            }

            while (position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))
            {
                position++;
            }
        }

        return best;
    }

    private static StatusSighting Better(StatusSighting? best, StatusSighting candidate) =>
        best is { } other && other.Strength > candidate.Strength ? other : candidate;

    private static bool TryStatus(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, out value) && text.Length == 3 && value is >= 100 and <= 599;

    private static bool EndsNumber(string text, int position) =>
        position >= text.Length
        || !(char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_'
            || (text[position] is '.' or ',' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])));

    private static int StrengthOf(string text, int position)
    {
        var before = text.AsSpan(Math.Max(0, position - 24), Math.Min(24, position));
        var slash = before.LastIndexOf("HTTP/", StringComparison.OrdinalIgnoreCase);
        if (slash >= 0 && before[(slash + 5)..].Trim() is { Length: <= 4 } version && !version.ContainsAnyExcept(VersionCharacters))
        {
            return 4;
        }

        var words = before.TrimEnd(" :=([-#\"'*`>\t：（【");
        foreach (var announcement in Announcements)
        {
            // A script that parts no words needs nothing between the two.
            if (words.EndsWith(announcement, StringComparison.OrdinalIgnoreCase) && (words.Length < before.Length || !char.IsAscii(announcement[0])))
            {
                return 1;
            }
        }

        // host:443 is a port, whatever follows.
        var isPort = position > 1 && text[position - 1] == ':' && char.IsAsciiLetterOrDigit(text[position - 2]);
        return !isPort && (FollowsException(before) || OpensLineOrQuotesReason(text, position)) ? 1 : 0;
    }

    /// <summary><c>ResourceExhausted: 429 Quota exceeded</c>: a class, a colon, and the status that it stands for.</summary>
    private static bool FollowsException(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith(": ", StringComparison.Ordinal))
        {
            return false;
        }

        var name = before[..^2];
        var start = name.Length;
        while (start > 0 && char.IsAsciiLetter(name[start - 1]))
        {
            start--;
        }

        return Words.IsDistinctive(name[start..]);
    }

    /// <summary><c>[401]</c>, and not <c>values[401]</c>.</summary>
    private static bool IsInBrackets(string text, int position) =>
        position > 0 && text[position - 1] == '[' && text[position + 3] == ']' && (position == 1 || !char.IsAsciiLetterOrDigit(text[position - 2]));

    /// <summary><c>401 Unauthorized</c>, <c>429 {"error"…</c>, <c>[503 Service Unavailable]</c>.</summary>
    private static bool OpensLineOrQuotesReason(string text, int position)
    {
        var after = text.AsSpan(position + 3).TrimStart(" -:]");
        if (after.Length == 0)
        {
            return position == 0;
        }

        // [401] stands before what a chat program tells; smaller numbers in brackets count and index.
        if (after[0] is '{' or '[' || (text[position] >= '4' && IsInBrackets(text, position)))
        {
            return true;
        }

        if (BeginsWithAny(after, ReasonPhrases.All, StringComparison.OrdinalIgnoreCase) || BeginsWithAny(after, Classes, StringComparison.Ordinal))
        {
            return true;
        }

        var lineStart = position == 0 || text[position - 1] == '\n';
        return lineStart && char.IsAsciiLetterUpper(after[0]) && text.Length - position > 4 && text[position + 3] == ' ';
    }

    private static bool BeginsWithAny(ReadOnlySpan<char> text, string[] phrases, StringComparison comparison)
    {
        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, comparison))
            {
                return true;
            }
        }

        return false;
    }
}
