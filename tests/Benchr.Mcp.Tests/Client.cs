using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchr.Mcp.Tests;

/// <summary>The official TypeScript client, in a process of its own.</summary>
internal static class Client
{
    /// <summary>Calls methods of the client one after the other.</summary>
    /// <param name="url">The address of the protocol's endpoint.</param>
    /// <param name="steps">The methods and their parameters, as JSON.</param>
    /// <returns>What each gave; <c>refused</c> holds what was refused.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string url, params IEnumerable<(string Method, object? Parameters)> steps)
    {
        Node.Require();
        var input = JsonSerializer.Serialize(new
        {
            url,
            steps = steps.Select(step => new JsonObject { ["method"] = step.Method, ["params"] = JsonSerializer.SerializeToNode(step.Parameters) }),
        });
        var (code, output, errors) = await Node.RunAsync(["client.mjs"], input);
        Assert.True(code == 0, errors);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    /// <summary>Calls one tool.</summary>
    public static async Task<JsonElement> CallAsync(string url, string tool, object arguments) =>
        (await RunAsync(url, ("callTool", new { name = tool, arguments }))).Single();

    /// <summary>The first text of an answer.</summary>
    public static string Text(this JsonElement answer) => answer.GetProperty("content")[0].GetProperty("text").GetString()!;

    /// <summary>Whether a tool said that it failed.</summary>
    public static bool IsError(this JsonElement answer) => answer.TryGetProperty("isError", out var flag) && flag.GetBoolean();
}
