using Benchr.Api.Problems;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>Declares what every operation can answer besides what it says itself, and the headers that come along.</summary>
internal sealed class ResponseFilter : IOperationFilter
{
    private const string ProblemType = "application/problem+json";

    /// <summary>What any answer can carry.</summary>
    private static readonly string[] Always = ["Benchr-Catalogue", "X-Request-Id"];

    private static readonly string[] OfBuckets = ["RateLimit", "RateLimit-Policy"];
    private static readonly string[] OfCaches = ["ETag", "Last-Modified", "Cache-Control"];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isGet = context.ApiDescription.HttpMethod == HttpMethod.Get.Method;
        var isLimited = context.ApiDescription.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
        var declared = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AnswerHeader>().Select(header => header.Name).ToList();
        operation.Responses ??= [];
        AddProblem(operation, context, StatusCodes.Status400BadRequest, "");
        if (isLimited)
        {
            AddProblem(operation, context, StatusCodes.Status429TooManyRequests, "This address has asked too much in a short time; `Retry-After` says how long to wait.");
            AddProblem(operation, context, StatusCodes.Status500InternalServerError, "The service failed.");
            AddProblem(operation, context, StatusCodes.Status503ServiceUnavailable, "The service is busy; `Retry-After` says how long to wait.");
            if (isGet)
            {
                operation.Responses.TryAdd("304", new OpenApiResponse { Description = "What the client holds, as `If-None-Match` or `If-Modified-Since` tell, is still right." });
            }
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (response is not OpenApiResponse own)
            {
                continue;
            }

            own.Description = Describe(status, own.Description);
            var names = Always
                .Concat(isLimited ? OfBuckets : [])
                .Concat(isLimited && isGet && status is "200" or "304" ? OfCaches : [])
                .Concat(status is "429" or "503" ? ["Retry-After"] : [])
                .Concat(status is "200" or "206" or "304" ? declared : []);
            own.Headers = names.Distinct().ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, context.Document));
        }
    }

    private static void AddProblem(OpenApiOperation operation, OperationFilterContext context, int status, string description) =>
        operation.Responses!.TryAdd(status.ToString(System.Globalization.CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [ProblemType] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository) },
            },
        });

    private static string? Describe(string status, string? description) => status switch
    {
        "200" => "The answer.",
        "206" => "The part that `Range` asked for.",
        "400" => "A parameter, the body or the request itself could not be read; the problem names what.",
        "404" => "There is no such record; the problem names the nearest ones.",
        "413" => "The body is larger than allowed.",
        "415" => "The media type or encoding of the body is not read here.",
        "416" => "The file has no such part.",
        "422" => "The body was read and breaks a rule; the problem names the field.",
        _ => description,
    };
}
