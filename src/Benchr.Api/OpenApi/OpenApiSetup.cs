using Microsoft.OpenApi;

namespace Benchr.Api.OpenApi;

/// <summary>The description of this API for programs, and a page to try it.</summary>
internal static class OpenApiSetup
{
    /// <summary>The version of the interface, whose changes the compatibility promise binds.</summary>
    public const string Document = "v1";

    private const string Promise = """
        What an LLM API's error means, which cause this one is, how to check and how to fix it.

        **Compatibility.** Under `/v1`, operations, optional parameters, members of answers, headers and words of enumerations in answers may be added;
        clients ignore what they do not know. Nothing is renamed, removed or narrowed, no optional input becomes required, and no member changes its type. What is to
        end says so in `Deprecation` and `Sunset` headers, at least 180 days before. Texts for people, ranks and confidences change with the knowledge.

        **Limits.** Calls are counted by client address; `RateLimit` tells what is left. Every failure is a problem (RFC 9457) whose `type` is the address of a record that explains it.
        """;

    public static void AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OpenApiDocuments>();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Benchr API",
                Version = "1.0.0",
                Description = Promise,
                Contact = new OpenApiContact { Name = "Benchr" },
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            // HEAD is GET without the body, everywhere; saying so at each address twice helps nobody.
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethod.Head.Method);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<Classify.BatchAnswer>(() => new OpenApiSchema
            {
                AnyOf = [new OpenApiSchemaReference(nameof(Classify.ClassifyAnswer), null), new OpenApiSchemaReference(nameof(Problems.Problem), null)],
                Description = "The diagnosis, or a problem in its place.",
            });
            options.SchemaFilter<SchemaFilter>();
            options.OperationFilter<ParameterFilter>();
            options.OperationFilter<ResponseFilter>();
            options.OperationFilter<MediaTypeFilter>();
            options.OperationFilter<ExampleFilter>();
            options.OperationFilter<DeprecationFilter>();
            options.DocumentFilter<DocumentFilter>();
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Benchr.*.xml"))
            {
                options.IncludeXmlComments(file);
            }
        });
    }

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.MapMethods("/openapi/v1.json", ["GET", "HEAD"], (OpenApiDocuments documents, HttpContext context) => documents.Json.WriteAsync(context)).ExcludeFromDescription();
        app.MapMethods("/openapi/v1.yaml", ["GET", "HEAD"], (OpenApiDocuments documents, HttpContext context) => documents.Yaml.WriteAsync(context)).ExcludeFromDescription();
        app.MapMethods("/openapi/v1-3.0.json", ["GET", "HEAD"], (OpenApiDocuments documents, HttpContext context) => documents.Json30.WriteAsync(context)).ExcludeFromDescription();
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Benchr API";
            options.SwaggerEndpoint("/openapi/v1.json", "Benchr API v1");
        });
    }
}
