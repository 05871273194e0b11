using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Benchr.Api.OpenApi;

/// <summary>
/// Makes schemas say what is true: what can be null says so also where it is another schema; answers may gain members, and
/// requests take no others than theirs.
/// </summary>
internal sealed class SchemaFilter : ISchemaFilter
{
    private const string AddressMember = "url";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Type: JsonSchemaType.Object, Properties: { } members } whole || context.MemberInfo is not null)
        {
            return;
        }

        var properties = context.Type.GetProperties();
        var isClosed = properties.Any(property => property.GetCustomAttribute<JsonExtensionDataAttribute>() is not null);
        (whole.AdditionalProperties, whole.AdditionalPropertiesAllowed) = (null, !isClosed);
        var nullability = new NullabilityInfoContext();
        foreach (var property in properties)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!members.TryGetValue(name, out var member))
            {
                continue;
            }

            if (member is OpenApiSchemaReference reference && IsNullable(property, nullability))
            {
                members[name] = new OpenApiSchema
                {
                    OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(reference.Reference.Id!, null)],
                    Description = reference.Description,
                };
            }
            else if (name == AddressMember && member is OpenApiSchema address)
            {
                address.Format = "uri";
            }
        }
    }

    private static bool IsNullable(PropertyInfo property, NullabilityInfoContext nullability) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || nullability.Create(property).ReadState == NullabilityState.Nullable;
}
