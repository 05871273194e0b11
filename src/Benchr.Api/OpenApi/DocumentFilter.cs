using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>Completes what belongs to the whole document: headers, tags, and that nobody needs a key.</summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["Benchr-Catalogue"] = "The version of the knowledge that answered.",
        ["Benchr-Cursor"] = "The position among the changes that the file holds; good as `since` of `GET /v1/changes`.",
        ["Cache-Control"] = "How long caches may keep the answer.",
        ["ETag"] = "Names this content in this encoding, for `If-None-Match`.",
        ["Last-Modified"] = "When what the answer says changed last.",
        ["Link"] = "The next page, with `rel=\"next\"` (RFC 8288).",
        ["RateLimit"] = "What is left of the bucket, and the seconds until it is full.",
        ["RateLimit-Policy"] = "The bucket: its size and the seconds in which it fills.",
        ["Repr-Digest"] = "SHA-256 of the file in this encoding (RFC 9530).",
        ["Retry-After"] = "Seconds to wait before the next call.",
        ["X-Request-Id"] = "The request's id: the one that was sent, if it was fit to be logged, else one of ours.",
    };

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Diagnosis"] = "Paste in, diagnosis out.",
        ["Errors"] = "Error records: list, search, look up, read.",
        ["Reference"] = "Providers, categories and models.",
        ["Mirror"] = "Everything in one file, and what changed since.",
        ["Operations"] = "Whether the service is well.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = Headers.ToDictionary(
            header => header.Key,
            header => (IOpenApiHeader)new OpenApiHeader { Description = header.Value, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }));
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The service that this document was read from." }];

        // Written out, that no key is needed: an empty requirement.
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
    }
}
