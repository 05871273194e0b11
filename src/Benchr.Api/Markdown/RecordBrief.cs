using System.Globalization;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>An error record in a few lines of Markdown, with a link to the rest.</summary>
internal static class RecordBrief
{
    /// <summary>The record in brief.</summary>
    /// <param name="error">The record.</param>
    /// <param name="level">The level of its heading, from 1.</param>
    /// <param name="context">The request that is answered.</param>
    public static string Of(CataloguedError error, int level, HttpContext context)
    {
        var record = error.Record;
        var writer = new MarkdownWriter();
        WriteHead(writer, level, record);
        writer.Labelled("Fix", record.Fix);
        if (record.Causes.Count > 1)
        {
            writer.Prose("**Causes:**");
            foreach (var cause in record.Causes)
            {
                writer.Item($"{Code(cause.Slug)} {Plain(cause.Title)}: {Inline(cause.Fix)}");
            }
        }

        return writer.Prose($"The whole record: <{Links.ErrorMarkdown(context, record.Provider, record.Code)}>").ToString();
    }

    /// <summary>Title, id, what kind of failure, summary and retry advice.</summary>
    public static void WriteHead(MarkdownWriter writer, int level, ErrorRecord record)
    {
        var statuses = record.Status.Count == 0 ? "no HTTP answer" : string.Join(" or ", record.Status.Select(status => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")));
        writer.Heading(level, Plain(record.Title))
            .Prose($"{Code(record.Id())} · {statuses} · {Word.Of(record.Category)} · severity {Word.Of(record.Severity)}")
            .Quote(record.Summary)
            .Labelled("Retry", RetryLine(record.Retry.Advice, null, record.Retry.Note));
    }

    /// <summary>Whether to send the request again, in one line.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="afterSeconds">How long to wait first, in seconds; null when nobody said.</param>
    /// <param name="note">What it means here, in Markdown.</param>
    public static string RetryLine(RetryAdvice advice, double? afterSeconds, string? note)
    {
        var wait = afterSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $", after {seconds:0.###} s") : "";
        var words = advice switch
        {
            RetryAdvice.Never => "no, the same request fails again",
            RetryAdvice.AfterFix => "only after the fix",
            RetryAdvice.Backoff => "yes, with growing, randomised waits",
            RetryAdvice.HonourRetryAfter => "yes, after the wait that the answer names",
            _ => throw new ArgumentOutOfRangeException(nameof(advice)),
        };
        return $"{words}{wait}. {(note is null ? "" : Inline(note))}".TrimEnd();
    }
}
