using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Benchr.Api.Catalogues;
using Benchr.Api.Diagnose;
using Benchr.Api.Errors;
using Benchr.Api.Markdown;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>From an error to its cause, check by check.</summary>
internal sealed class DiagnoseTool(SnapshotHolder holder, ToolAnswers answers)
{
    [McpServerTool(Name = "diagnose_next", Title = "Find the cause, check by check", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(DiagnoseAnswer))]
    [Description("Says which causes of an error are left and which check to run next, from what came out of the checks so far. Begin without observations, run the check that it names, send all observations again, until it concludes. Nothing is kept between calls.")]
    public CallToolResult Next(
        [Description("The record's id, provider/code, as classify_error names it. At most 200 characters."), MaxLength(ToolLimits.LongestId)] string id,
        [Description("One entry a check that was run, in any order; at most 50. Leave it out to begin."), MaxLength(DiagnoseLimits.MostObservations)] IReadOnlyList<CheckObservation>? observations = null)
    {
        var snapshot = holder.Current;
        if (snapshot.Catalogue.FindError(id) is not { } error)
        {
            return answers.About("id", ErrorsEndpoints.Unknown(id, snapshot.Catalogue));
        }

        var request = new DiagnoseRequest { Observations = [.. (observations ?? []).Select(observation => observation.ToRequest())] };
        return DiagnoseEndpoints.Diagnose(request, error, snapshot, answers.Context, out var problem) is { } answer
            ? answers.Of(answer, DiagnoseMarkdown.Of(answer), ResourceAddresses.LinkTo(error.Record))
            : answers.Of(problem!);
    }
}

/// <summary>What came out of one check: exactly one of outcome and output.</summary>
/// <param name="Check">The slug of the check.</param>
/// <param name="Outcome">The slug of the outcome that was seen.</param>
/// <param name="Output">What the command printed.</param>
internal sealed record CheckObservation(
    [property: Description("The slug of the check, as the record or the last answer names it."), MaxLength(ToolLimits.LongestName)] string Check,
    [property: Description("The slug of the outcome that was seen. Either this or output."), MaxLength(ToolLimits.LongestName)] string? Outcome = null,
    [property: Description("What the command printed, raw, at most 16384 bytes of UTF-8; credentials in it are masked, and it is not sent back. Either this or outcome."), MaxLength(DiagnoseLimits.LongestOutput)] string? Output = null)
{
    public ObservationRequest ToRequest() => new() { Check = Check, Outcome = Outcome, Output = Output };
}
