using System.Diagnostics;
using Benchr.Api.Problems;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>What happens around every call of a tool.</summary>
internal static partial class ToolCalls
{
    /// <summary>Checks the arguments, and keeps what fails inside from being told outside.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Guard(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (call, cancellation) =>
        {
            if (call.MatchedPrimitive is not McpServerTool tool)
            {
                // The name is not repeated: models put anything anywhere.
                throw new McpProtocolException("There is no such tool here; tools/list names those that exist.", McpErrorCode.InvalidParams);
            }

            var answers = call.Services!.GetRequiredService<ToolAnswers>();
            if (ArgumentRules.Check(tool.ProtocolTool.InputSchema, call.Params.Arguments) is { Count: > 0 } problems)
            {
                return answers.Of(ProblemResult.Of(ProblemKind.InvalidRequest, problems));
            }

            try
            {
                return await next(call, cancellation);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or McpException))
            {
                // The message may quote an argument; where it failed is enough to find the fault.
                LogFailure(call.Services!.GetRequiredService<ILogger<ToolAnswers>>(), tool.ProtocolTool.Name, exception.GetType().Name, new StackTrace(exception).ToString());
                return answers.Of(new ProblemResult(ProblemKind.InternalError, "The fault is ours. Call the tool again in a moment."));
            }
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} failed with {Exception} {Trace}")]
    private static partial void LogFailure(ILogger logger, string tool, string exception, string trace);
}
