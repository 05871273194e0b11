using Benchr.Api.Deprecations;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>Marks what is to end.</summary>
internal sealed class DeprecationFilter(IConfiguration configuration) : IOperationFilter
{
    private readonly IReadOnlyDictionary<string, DeprecationSettings> deprecations = DeprecationsSetup.Read(configuration);

    public void Apply(OpenApiOperation operation, OperationFilterContext context) =>
        operation.Deprecated = operation.OperationId is { } id && deprecations.ContainsKey(id);
}
