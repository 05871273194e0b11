using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Benchr.Mcp.Tests.Conformance;

/// <summary>Tools that speak while they run. The pauses are the suite's.</summary>
internal sealed class NotifyingTools
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [McpServerTool(Name = "test_tool_with_logging"), Description("Logs three times.")]
    public static async Task<string> LogAsync(McpServer server, CancellationToken cancellation)
    {
        foreach (var message in new[] { "Tool execution started", "Tool processing data", "Tool execution completed" })
        {
            var notification = new JsonObject { ["level"] = "info", ["data"] = message };
            await server.SendNotificationAsync("notifications/message", notification, JsonSerializerOptions.Web, cancellation);
            await Task.Delay(Pause, cancellation);
        }

        return "Logged.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Tells how far it is.")]
    public static async Task<string> ProgressAsync(IProgress<ProgressNotificationValue> progress, CancellationToken cancellation)
    {
        foreach (var done in new[] { 0, 50, 100 })
        {
            progress.Report(new ProgressNotificationValue { Progress = done, Total = 100 });
            await Task.Delay(Pause, cancellation);
        }

        return "Done.";
    }
}
