using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>
/// Shows real examples: files beside this one, named after the operation, <c>.request</c> or the status, and the end of the media
/// type; problems share one for each status.
/// </summary>
internal sealed class ExampleFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.Contains(".OpenApi.Examples.", StringComparison.Ordinal))
        .ToDictionary(name => name[(name.IndexOf(".Examples.", StringComparison.Ordinal) + ".Examples.".Length)..], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Ends = new()
    {
        ["application/json"] = "json",
        ["application/problem+json"] = "json",
        ["application/x-ndjson"] = "ndjson",
        ["application/atom+xml"] = "xml",
        ["text/calendar"] = "ics",
        ["text/markdown"] = "md",
        ["text/plain"] = "txt",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (type, content) in operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            Show(content, type, $"{operation.OperationId}.request");
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (type, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                Show(content, type, $"{operation.OperationId}.{status}", $"problem.{status}");
            }
        }
    }

    private static void Show(IOpenApiMediaType content, string type, params string[] names)
    {
        if (content is OpenApiMediaType own
            && Ends.GetValueOrDefault(type) is { } end
            && names.Select(name => Files.GetValueOrDefault($"{name}.{end}")).FirstOrDefault(file => file is not null) is { } resource)
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd();
            own.Example = end == "json" ? JsonNode.Parse(text) : JsonValue.Create(text);
        }
    }
}
