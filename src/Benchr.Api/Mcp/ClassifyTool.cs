using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Benchr.Api.Catalogues;
using Benchr.Api.Classify;
using Benchr.Api.Markdown;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>Paste in, diagnosis out.</summary>
internal sealed class ClassifyTool(SnapshotHolder holder, ToolAnswers answers)
{
    [McpServerTool(Name = "classify_error", Title = "Diagnose an error", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(ClassifyAnswer))]
    [Description("Diagnoses a failed call to an LLM API from its raw text: whose error it is, which cause, how to fix it, whether to retry. Begin here whenever there is an error text. Credentials in it are masked; it is neither stored nor logged.")]
    public CallToolResult Classify(
        [Description("The error as it was got, in whatever shape: a body, curl output, a traceback, a log line, a page. At most 262144 bytes of UTF-8; of longer logs send the end."), MaxLength(PasteLimits.LongestPaste)] string text,
        [Description("The id of the provider that was called, where it is known; list_providers has them. Evidence, not an order. At most 64 characters."), MaxLength(ToolLimits.LongestName)] string? provider = null,
        [Description("The HTTP status, from 100 to 599, where the text does not show it."), Range(100, 599)] int? status = null)
    {
        var request = new ClassifyRequest { Body = text, Provider = provider, Status = status };
        if (ClassifyEndpoints.Classify(request, holder.Current, answers.Context, out var problem) is not { } answer)
        {
            return answers.Of(problem!, ("body", "text"));
        }

        var errors = answer.Alternatives.Select(alternative => alternative.Error);
        return answers.Of(answer, DiagnosisMarkdown.Brief(answer), errors.Prepend(answer.Diagnosis?.Error).OfType<ErrorReference>().Select(ResourceAddresses.LinkTo));
    }
}
