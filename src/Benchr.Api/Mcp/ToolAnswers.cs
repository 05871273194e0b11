using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchr.Api.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;

namespace Benchr.Api.Mcp;

/// <summary>Turns what the HTTP endpoints answer into what tools answer.</summary>
/// <param name="request">The request that carries the call.</param>
/// <param name="json">How answers are written.</param>
internal sealed class ToolAnswers(CallingRequest request, IOptions<JsonOptions> json)
{
    /// <summary>What HTTP's sentences speak of, and the tool that does the same.</summary>
    private static readonly (string Http, string Tool)[] Tools =
    [
        ("GET /v1/providers", "the tool list_providers"), ("GET /v1/lookup?code=", "the tool search_errors"), ("POST /v1/classify", "the tool classify_error"), ("GET /v1/models", "the address /v1/models"),
    ];

    /// <summary>The request that carries the call.</summary>
    public HttpContext Context => request.Context;

    /// <summary>An answer.</summary>
    /// <param name="value">What the HTTP endpoint says, whole.</param>
    /// <param name="text">The short of it as Markdown.</param>
    /// <param name="links">Resources that hold the rest.</param>
    public CallToolResult Of<T>(T value, string text, params IEnumerable<ResourceLinkBlock> links) => new()
    {
        Content = [new TextContentBlock { Text = text }, .. links],
        StructuredContent = JsonSerializer.SerializeToElement(value, json.Value.SerializerOptions),
    };

    /// <summary>What is wrong with a call, for the caller to mend it.</summary>
    /// <param name="problem">The problem, as HTTP tells it.</param>
    /// <param name="names">Fields of HTTP that are arguments of another name here.</param>
    public CallToolResult Of(ProblemResult problem, params IEnumerable<(string Field, string Argument)> names) => Failed(TextOf(problem, null, names));

    /// <summary>What is wrong with a call where one argument is to blame and the problem names no field.</summary>
    /// <param name="problem">The problem, as HTTP tells it.</param>
    /// <param name="about">The argument.</param>
    public CallToolResult About(string about, ProblemResult problem) => Failed(TextOf(problem, about));

    private static CallToolResult Failed(string text) => new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    /// <summary>What is wrong, which argument, and what would be right, in a few sentences.</summary>
    /// <param name="result">The problem, as HTTP tells it.</param>
    /// <param name="about">The argument that is to blame, where the problem names no field.</param>
    /// <param name="names">Fields of HTTP that are arguments of another name here.</param>
    public string TextOf(ProblemResult result, string? about, params IEnumerable<(string Field, string Argument)> names)
    {
        var problem = result.ToProblem(Context);
        var text = new StringBuilder();
        text.Append(about is null ? "" : $"Argument {about}: ");
        foreach (var (field, message) in problem.Errors ?? [])
        {
            var argument = names.FirstOrDefault(name => name.Field == field).Argument ?? field;
            text.Append(CultureInfo.InvariantCulture, $"Argument {argument} {message}{(message.EndsWith('?') ? "" : ".")} ");
        }

        if (problem.Errors is null || !problem.Detail.StartsWith(problem.Errors[0].Field, StringComparison.Ordinal))
        {
            text.Append(problem.Detail).Append(' ');
        }

        if (problem.Nearest is { } nearest)
        {
            text.Append("Nearest: ").AppendJoin(", ", nearest).Append(". ");
        }

        text.Append("Explained at ").Append(problem.Type).Append('.');
        foreach (var (http, tool) in Tools)
        {
            text.Replace(http, tool);
        }

        return text.ToString();
    }
}
