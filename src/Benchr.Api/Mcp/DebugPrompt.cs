using System.ComponentModel;
using Benchr.Api.Catalogues;
using Benchr.Api.Classify;
using Benchr.Api.Markdown;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>A prompt that begins a debugging session with what is known already.</summary>
internal sealed class DebugPrompt(SnapshotHolder holder, ToolAnswers answers)
{
    [McpServerPrompt(Name = "debug_this_error", Title = "Debug this error")]
    [Description("Diagnoses a failed call to an LLM API and goes through the checks and the fix, one step at a time.")]
    public string Debug(
        [Description("The error as it was got. At most 262144 bytes of UTF-8. It is not repeated in the prompt, since keys may stand in it.")] string text,
        [Description("The id of the provider that was called, where it is known.")] string? provider = null)
    {
        var request = new ClassifyRequest { Body = text, Provider = string.IsNullOrWhiteSpace(provider) ? null : provider };
        if (ClassifyEndpoints.Classify(request, holder.Current, answers.Context, out var problem) is not { } answer)
        {
            throw new McpProtocolException(answers.TextOf(problem!, null, ("body", "text")), McpErrorCode.InvalidParams);
        }

        return $"""
            My call to an LLM API failed. Help me to find the cause and to fix it. Benchr read the error and says what stands below.

            1. Tell me in two sentences what happened and whether to send the request again.
            2. Where the cause is known, give me the fix. Where it is not, give me one check at a time, ask what came out, and send the outcomes to the tool diagnose_next until one cause is left.
            3. Do not guess beyond what Benchr and my answers say. Never ask me for a key; its first four and last four characters are enough.

            {DiagnosisMarkdown.Of(answer)}
            """;
    }
}
