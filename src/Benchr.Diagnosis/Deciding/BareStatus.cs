using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Weighing;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Diagnosis.Deciding;

/// <summary>A paste that is a status and nothing else: <c>HTTP/1.1 503 Service Unavailable</c>.</summary>
internal static class BareStatus
{
    /// <summary>How sure such an answer is: somebody may have left out the rest.</summary>
    public const double Confidence = 0.9;
    private const int MostWords = 12;
    private const int LongestText = 400;

    private static readonly HashSet<string> AnnouncingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "http/1.1", "http/1.0", "http/2", "http/3", "1.1", "1.0", "2", "2.0", "3", "status", "code", "statuscode", "status_code", "error", "errors",
        "response", "api", "request", "failed", "with", "returned", "got", "received", "a", "an", "the",
    };

    private static readonly HashSet<string> ReasonWords = new(
        ReasonPhrases.All.SelectMany(phrase => phrase.Split(' ', '-')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the paste holds nothing besides a status, words that announce one, and its reason phrase.</summary>
    public static bool IsAll(ReadPaste read)
    {
        if (read.Status is not { } status || read.Structure.Containers.Count > 0 || read.Text.Length > LongestText)
        {
            return false;
        }

        var number = status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var words = read.Text.Split([' ', '\t', '\r', '\n', ':', '(', ')', '[', ']', '-', ',', '.', '/', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords
            && words.All(word => word == number || AnnouncingWords.Contains(word) || ReasonWords.Contains(word) || word is "0" or "1");
    }

    /// <summary>What the status means.</summary>
    public static Diagnosed Diagnose(CataloguedError record, ReadPaste read) => new()
    {
        Error = record,
        Cause = null,
        Confidence = Confidence,
        Retry = record.Record.Retry,
        RetryAfterSeconds = PasteReader.RetryAfter(read),
        Evidence = [new Sign(EvidenceKind.Status, read.Status!.Value.Start, read.Status.Value.End, Weights.Status).In(read.Text)],
    };
}
