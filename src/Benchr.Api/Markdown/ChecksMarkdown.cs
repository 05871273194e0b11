using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>The steps that tell the causes apart, as Markdown.</summary>
internal static class ChecksMarkdown
{
    /// <summary>Writes all steps under a heading, if there are any.</summary>
    public static void Write(MarkdownWriter writer, int level, IReadOnlyList<Check> checks)
    {
        if (checks.Count == 0)
        {
            return;
        }

        writer.Heading(level, "Checks");
        foreach (var check in checks)
        {
            WriteOne(writer, level + 1, check);
        }
    }

    /// <summary>Writes one step: its commands, and what each outcome means.</summary>
    public static void WriteOne(MarkdownWriter writer, int level, Check check)
    {
        writer.Heading(level, $"{Plain(check.Title)} ({Code(check.Slug)})");
        foreach (var (shell, command) in check.Commands.OrderBy(entry => entry.Key))
        {
            writer.Fence(Language(shell), command);
        }

        foreach (var outcome in check.Outcomes)
        {
            var cause = outcome.Cause is null ? "" : $" Cause: {Code(outcome.Cause)}.";
            var next = outcome.Next is null ? "" : $" Go on with {Code(outcome.Next)}.";
            writer.Item($"{Code(outcome.Slug)} {Inline(outcome.When)} {Inline(outcome.Means)}{cause}{next}");
        }
    }

    private static string Language(Shell shell) => shell == Shell.Node ? "js" : Word.Of(shell);
}
