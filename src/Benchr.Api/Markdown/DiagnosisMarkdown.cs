using System.Globalization;
using Benchr.Api.Classify;
using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Serialization;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>The answer to a paste as Markdown: what, cause, fix and retry first, then the rest.</summary>
internal static class DiagnosisMarkdown
{
    /// <summary>The whole answer.</summary>
    public static string Of(ClassifyAnswer answer)
    {
        var writer = Head(answer);
        if (answer.Diagnosis is { } diagnosis)
        {
            writer.Heading(2, "Meaning").Prose(diagnosis.Meaning);
            ChecksMarkdown.Write(writer, 2, diagnosis.Checks);
            RecordMarkdown.WriteQuestions(writer, 2, diagnosis.Faq);
            writer.Section(2, "Evidence", diagnosis.Evidence.Select(item =>
                $"{Word.Of(item.Kind)}{(item.Text.Length > 0 ? $" {Code(item.Text)}" : "")} ({item.Weight.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)})"));
        }

        return Tail(writer, answer).ToString();
    }

    /// <summary>The short answer: no steps and no questions, and links to where they stand.</summary>
    public static string Brief(ClassifyAnswer answer)
    {
        var writer = Head(answer);
        if (answer.Diagnosis is { Cause: null } diagnosis)
        {
            writer.Labelled("Meaning", diagnosis.Meaning);
        }

        if (answer.Diagnosis is { Checks.Count: > 0, Cause: null } unclear)
        {
            writer.Labelled("To tell the cause", string.Join(", ", unclear.Checks.Select(check => $"{Plain(check.Title)} ({Code(check.Slug)})")));
        }

        Tail(writer, answer);
        return (answer.Diagnosis?.Error ?? answer.StatusMeaning?.Error) is { } error ? writer.Prose($"The whole record: <{error.Url}.md>").ToString() : writer.ToString();
    }

    private static MarkdownWriter Head(ClassifyAnswer answer)
    {
        var writer = new MarkdownWriter();
        switch (answer)
        {
            case { Diagnosis: { } diagnosis }:
                var sureness = answer.Outcome == DiagnosisOutcome.Ambiguous ? "the likeliest of several" : "diagnosed";
                writer.Heading(1, Plain(diagnosis.Error.Title))
                    .Prose(string.Create(CultureInfo.InvariantCulture,
                        $"{Code(diagnosis.Error.Id)} · {sureness}, confidence {diagnosis.Confidence:0.00} · {Word.Of(diagnosis.Category)} · severity {Word.Of(diagnosis.Severity)}"))
                    .Labelled("Cause", diagnosis.Cause is { } cause
                        ? $"{Plain(cause.Title)} ({Code(cause.Slug)}). {cause.Explanation}"
                        : "the text does not tell which one it is.")
                    .Labelled("Fix", diagnosis.Fix)
                    .Labelled("Retry", RecordBrief.RetryLine(diagnosis.Retry.Advice, diagnosis.Retry.AfterSeconds, diagnosis.Retry.Note));
                break;
            case { StatusMeaning: { } status }:
                writer.Heading(1, "Not recognized; the HTTP status says")
                    .Prose($"{Code(status.Error.Id)} {Plain(status.Error.Title)}. {status.Meaning}")
                    .Labelled("Fix", status.Fix)
                    .Labelled("Retry", RecordBrief.RetryLine(status.Retry.Advice, status.Retry.AfterSeconds, status.Retry.Note));
                break;
            default:
                writer.Heading(1, "Not recognized").Prose("Nothing known explains this text. Send more of it: the whole answer with its headers, or the end of the trace.");
                break;
        }

        return writer;
    }

    private static MarkdownWriter Tail(MarkdownWriter writer, ClassifyAnswer answer)
    {
        if (answer.Model is { } model)
        {
            writer.Labelled("Model", ModelMarkdown.Line(model));
        }

        return writer
            .Section(2, answer.Diagnosis is null ? "Nearest" : "Alternatives", answer.Alternatives.Select(Alternative))
            .Section(2, "Warnings", answer.Warnings.Select(warning => $"{Code(warning.Masked)} {Inline(warning.Advice)}"));
    }

    private static string Alternative(AlternativeAnswer alternative) => string.Create(CultureInfo.InvariantCulture,
        $"{Link(alternative.Error.Id, $"{alternative.Error.Url}.md")} {Plain(alternative.Cause?.Title ?? alternative.Error.Title)} ({alternative.Confidence:0.00})");
}
