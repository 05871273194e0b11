using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Mcp.Tests.Conformance;

/// <summary>Tools that ask the client back.</summary>
internal sealed class AskingTools
{
    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model.")]
    public static async Task<string> SampleAsync(McpServer server, string prompt, CancellationToken cancellation)
    {
        var answer = await server.SampleAsync(
            new CreateMessageRequestParams
            {
                Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] }],
                MaxTokens = 100,
            },
            cancellation);
        return $"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the user.")]
    public static Task<string> ElicitAsync(McpServer server, string message, CancellationToken cancellation) => AskAsync(
        server,
        message,
        """
        {
          "type": "object",
          "properties": {
            "username": { "type": "string", "description": "User's response" },
            "email": { "type": "string", "description": "User's email address" }
          },
          "required": ["username", "email"]
        }
        """,
        cancellation);

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Asks the user with defaults.")]
    public static Task<string> ElicitDefaultsAsync(McpServer server, CancellationToken cancellation) => AskAsync(
        server,
        "Take the defaults",
        """
        {
          "type": "object",
          "properties": {
            "name": { "type": "string", "default": "John Doe" },
            "age": { "type": "integer", "default": 30 },
            "score": { "type": "number", "default": 95.5 },
            "status": { "type": "string", "enum": ["active", "inactive", "pending"], "default": "active" },
            "verified": { "type": "boolean", "default": true }
          }
        }
        """,
        cancellation);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Asks the user to choose.")]
    public static Task<string> ElicitChoicesAsync(McpServer server, CancellationToken cancellation) => AskAsync(
        server,
        "Choose",
        """
        {
          "type": "object",
          "properties": {
            "untitledSingle": { "type": "string", "enum": ["option1", "option2", "option3"] },
            "titledSingle": { "type": "string", "oneOf": [{ "const": "value1", "title": "First Option" }, { "const": "value2", "title": "Second Option" }] },
            "legacyEnum": { "type": "string", "enum": ["opt1", "opt2", "opt3"], "enumNames": ["Option One", "Option Two", "Option Three"] },
            "untitledMulti": { "type": "array", "items": { "type": "string", "enum": ["option1", "option2", "option3"] } },
            "titledMulti": { "type": "array", "items": { "anyOf": [{ "const": "value1", "title": "First Choice" }, { "const": "value2", "title": "Second Choice" }] } }
          }
        }
        """,
        cancellation);

    [McpServerTool(Name = "test_reconnection"), Description("Closes the stream and goes on.")]
    public static async Task<string> ReconnectAsync(RequestContext<CallToolRequestParams> call, CancellationToken cancellation)
    {
        await call.EnablePollingAsync(TimeSpan.FromMilliseconds(500), cancellation);
        return "Reconnected.";
    }

    private static async Task<string> AskAsync(McpServer server, string message, string schema, CancellationToken cancellation)
    {
        var answer = await server.ElicitAsync(
            new ElicitRequestParams
            {
                Message = message,
                RequestedSchema = JsonSerializer.Deserialize<ElicitRequestParams.RequestSchema>(schema, McpJsonUtilities.DefaultOptions),
            },
            cancellation);
        return $"User response: action={answer.Action}, content={JsonSerializer.Serialize(answer.Content)}";
    }
}
