using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>
/// What is no JSON document is a text to whoever reads the document, and no object. Markdown, which some operations answer on request, stands
/// in their descriptions only: declared beside JSON it would make each answer "this or a text" to generated clients.
/// </summary>
internal sealed class MediaTypeFilter : IOperationFilter
{
    private const string Plain = "text/plain";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (type, content) in Contents(operation))
        {
            if (content is OpenApiMediaType own && (type.StartsWith("text/", StringComparison.Ordinal) || type == Classify.BatchEndpoint.Lines))
            {
                own.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            }
        }

        if (operation.RequestBody?.Content?.TryGetValue(Plain, out var text) == true && text is OpenApiMediaType { Schema: OpenApiSchema paste })
        {
            paste.MaxLength = Classify.PasteLimits.LongestPaste;
        }
    }

    private static IEnumerable<KeyValuePair<string, IOpenApiMediaType>> Contents(OpenApiOperation operation) =>
        (operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
            .SelectMany(response => response.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Concat(operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>());
}
