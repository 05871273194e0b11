using Benchr.Api.Diagnose;
using Benchr.Diagnosis.Guided;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>How far the checks of a record have come, as Markdown: the cause, or what to run next.</summary>
internal static class DiagnoseMarkdown
{
    public static string Of(DiagnoseAnswer answer)
    {
        var writer = new MarkdownWriter();
        if (answer.Cause is { } cause)
        {
            writer.Heading(1, $"{Plain(cause.Title)} ({Code(cause.Slug)})").Prose(cause.Explanation);
        }
        else
        {
            writer.Heading(1, $"{Plain(answer.Error.Title)}: the cause is not certain yet");
        }

        writer.Labelled("Fix", answer.Fix).Labelled("Retry", RecordBrief.RetryLine(answer.Retry.Advice, answer.Retry.AfterSeconds, answer.Retry.Note));
        if (!answer.Concluded)
        {
            writer.Section(2, "Still possible", answer.Possible.Select(possible => $"{Code(possible.Slug)} {Plain(possible.Title)}"));
        }

        WriteNext(writer, answer);
        writer.Section(2, "Contradictions", answer.Contradictions.Select(contradiction => Plain(contradiction.Message)))
            .Section(2, "Outputs that do not tell", answer.Observations.Where(observation => observation.Outcome is null).Select(Undecided))
            .Section(2, "Warnings", answer.Warnings.Select(warning => $"{Code(warning.Masked)} {Inline(warning.Advice)}"));
        return writer.ToString();
    }

    private static void WriteNext(MarkdownWriter writer, DiagnoseAnswer answer)
    {
        if (answer.Next is { } next)
        {
            writer.Heading(2, "Next");
            ChecksMarkdown.WriteOne(writer, 3, next);
        }
        else if (!answer.Concluded)
        {
            writer.Prose("No check is left that could tell more.");
        }
    }

    private static string Undecided(ReadObservation observation) =>
        $"{Code(observation.Check)}: choose among {string.Join("; ", observation.Candidates.Select(candidate => $"{Code(candidate.Outcome)} {Inline(candidate.When)}"))}";
}
