using System.Text;
using Benchr.Api.Problems;
using Benchr.Diagnosis;

namespace Benchr.Api.Classify;

/// <summary>How much a paste may be.</summary>
internal static class PasteLimits
{
    /// <summary>Longest paste in bytes of UTF-8.</summary>
    public const int LongestPaste = Paste.LongestText;

    /// <summary>Longest request body in bytes: JSON may write each character of a paste as six.</summary>
    public const int LongestRequest = (6 * LongestPaste) + (64 * 1024);

    /// <summary>Most headers told beside a paste.</summary>
    public const int MostHeaders = 100;

    /// <summary>Longest name or value of such a header, in characters.</summary>
    public const int LongestHeader = 8192;

    /// <summary>Whether a paste is longer than allowed.</summary>
    public static bool IsTooLong(string text) =>
        text.Length > LongestPaste || (text.Length > LongestPaste / 3 && Encoding.UTF8.GetByteCount(text) > LongestPaste);

    public static ProblemResult TooLarge() => new(
        ProblemKind.PasteTooLarge,
        $"A paste may be {LongestPaste / 1024} KiB of UTF-8 text at the most. Send the end of the log, from the last error on.",
        [new FieldProblem("body", $"must be at most {LongestPaste} bytes of UTF-8")]);

    public static ProblemResult UnsupportedMediaType() => new(
        ProblemKind.UnsupportedMediaType,
        "Send the paste as text/plain, or as application/json in a member \"body\", not compressed. A charset must be one that .NET knows, such as utf-8.");
}
