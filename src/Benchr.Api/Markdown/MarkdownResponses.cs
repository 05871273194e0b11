using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.Markdown;

/// <summary>Tells in the description of the API that Markdown is a text, and not the object that JSON is.</summary>
internal sealed class MarkdownResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (_, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse { Content: { } content } && content.ContainsKey("text/markdown"))
            {
                content["text/markdown"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }
    }
}
