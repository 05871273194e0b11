using Benchr.Api.Markdown;
using Microsoft.OpenApi;

namespace Benchr.Api.OpenApi;

/// <summary>The description of this API for programs, and a page to try it.</summary>
internal static class OpenApiSetup
{
    private const string Document = "v1";

    public static void AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Benchr API",
                Version = "1.0.0",
                Description = "What an LLM API's error means, which cause this one is, how to check and how to fix it.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            // HEAD is GET without the body, everywhere; saying so at each address twice helps nobody.
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethod.Head.Method);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.OperationFilter<MarkdownResponses>();
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Benchr.*.xml"))
            {
                options.IncludeXmlComments(file);
            }
        });
    }

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.UseSwagger(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.RouteTemplate = "openapi/{documentName}.json";
        });
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Benchr API";
            options.SwaggerEndpoint("/openapi/v1.json", "Benchr API v1");
        });
    }
}
