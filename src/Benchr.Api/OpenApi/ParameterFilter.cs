using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>Declares the parameters that endpoints name in their metadata.</summary>
internal sealed class ParameterFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var path in metadata.OfType<PathParameter>())
        {
            // What an address takes is told by the framework; what it means is told here.
            var declared = operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == path.Name);
            if (declared is not null)
            {
                (declared.Description, declared.Example) = (path.Description, path.Example);
            }
        }

        foreach (var parameter in metadata.OfType<QueryParameter>())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = SchemaOf(parameter, context),
                Example = parameter.Example is not { } example ? null
                    : parameter.Type == typeof(int) ? int.Parse(example, CultureInfo.InvariantCulture)
                    : JsonValue.Create(example),
            });
        }
    }

    private static IOpenApiSchema SchemaOf(QueryParameter parameter, OperationFilterContext context) =>
        parameter.Type.IsEnum ? context.SchemaGenerator.GenerateSchema(parameter.Type, context.SchemaRepository)
        : parameter.Type == typeof(int) ? new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
            Default = parameter.Default is { } number ? JsonValue.Create(number) : null,
        }
        : parameter.Type == typeof(bool) ? new OpenApiSchema { Type = JsonSchemaType.Boolean }
        : parameter.Type == typeof(DateOnly) ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }
        : new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.MaximumLength };
}
