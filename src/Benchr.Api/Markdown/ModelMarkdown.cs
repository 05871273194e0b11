using System.Globalization;
using Benchr.Api.Models;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>The life of a model as Markdown.</summary>
internal static class ModelMarkdown
{
    /// <summary>One platform's lifecycle in a line.</summary>
    public static string Line(ModelLifecycleAnswer model)
    {
        var end = model.Retirement is { } day
            ? string.Create(CultureInfo.InvariantCulture, $", {Verb(model)} {day:yyyy-MM-dd}")
            : "";
        var replacement = model.Replacement is null ? "" : $"; instead: {Plain(model.Replacement)}";
        var note = model.Note is null ? "" : $" {Inline(model.Note)}";
        return $"{Code(model.Id)} on {Plain(model.Platform)} is {Word.Of(model.Status)}{end}{replacement}.{note}";
    }

    private static string Verb(ModelLifecycleAnswer model) =>
        model.RetirementKind == RetirementKind.Earliest ? "ends not before" : model.Status == ModelStatus.Retired ? "ended on" : "ends on";
}
