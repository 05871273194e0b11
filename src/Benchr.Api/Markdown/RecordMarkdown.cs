using System.Globalization;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>A whole error record as Markdown: the answer first, then what leads to it.</summary>
internal static class RecordMarkdown
{
    public static string Of(CataloguedError error, HttpContext context)
    {
        var record = error.Record;
        var writer = new MarkdownWriter();
        RecordBrief.WriteHead(writer, 1, record);
        writer.Heading(2, "Fix").Prose(record.Fix);
        writer.Heading(2, "Meaning").Prose(record.Meaning);
        WriteCauses(writer, record);
        ChecksMarkdown.Write(writer, 2, record.Checks);
        writer.Section(2, "What does not help", record.Misfixes.Select(misfix => $"{Inline(misfix.Action)} {Inline(misfix.Why)}"));
        writer.Section(2, "Prevention", record.Prevention.Select(Inline));
        WriteQuestions(writer, 2, record.Faq);
        WriteResponse(writer, record.Response);
        writer.Section(2, "Taken for this one", record.Related.Select(related => $"{RecordLink(related.Id, context)}: {Inline(related.Difference)}"));
        writer.Section(2, "Also known as", record.Aliases.Concat(record.Sdk).Distinct(StringComparer.Ordinal).Select(Code));
        writer.Section(2, "Sources", record.Sources.Select(source =>
            string.Create(CultureInfo.InvariantCulture, $"{Link(source.Title, source.Url)}, looked up on {source.Verified:yyyy-MM-dd}")));
        return writer.Prose($"As JSON: <{Links.Error(context, record.Provider, record.Code)}>").ToString();
    }

    /// <summary>A link to the Markdown of a record.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="context">The request that is answered.</param>
    public static string RecordLink(string id, HttpContext context)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return Link(id, Links.ErrorMarkdown(context, id[..slash], id[(slash + 1)..]));
    }

    public static void WriteQuestions(MarkdownWriter writer, int level, IReadOnlyList<FaqEntry> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        writer.Heading(level, "Questions");
        foreach (var entry in questions)
        {
            writer.Heading(level + 1, entry.Question).Prose(entry.Answer);
        }
    }

    private static void WriteCauses(MarkdownWriter writer, ErrorRecord record)
    {
        if (record.Causes.Count == 0)
        {
            return;
        }

        writer.Heading(2, "Causes");
        foreach (var cause in record.Causes)
        {
            writer.Heading(3, $"{Plain(cause.Title)} ({Code(cause.Slug)})").Prose(cause.Explanation).Labelled("Fix", cause.Fix);
            if (cause.Retry is { } retry)
            {
                writer.Labelled("Retry", RecordBrief.RetryLine(retry.Advice, null, retry.Note));
            }

            if (cause.Signatures.Count > 0)
            {
                writer.Prose("Messages:");
                cause.Signatures.ToList().ForEach(signature => writer.Item(Code(signature)));
            }
        }
    }

    private static void WriteResponse(MarkdownWriter writer, SampleResponse? response)
    {
        if (response is null)
        {
            return;
        }

        var head = string.Concat(response.Headers.Select(header => $"{header.Key}: {header.Value}\n"));
        writer.Heading(2, "How it looks").Fence("http", string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status}\n{head}\n{response.Body}"));
        response.Notice.ToList().ForEach(notice => writer.Item(notice));
    }
}
