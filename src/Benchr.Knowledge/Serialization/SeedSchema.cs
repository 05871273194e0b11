using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Benchr.Knowledge.Serialization;

/// <summary>The JSON Schemas of the seed's documents, made from the C# types, for editors to complete and check by.</summary>
public static class SeedSchema
{
    /// <summary>The schemas by file name, as they stand in <c>seed/schema/</c>.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["error.schema.json"] = Of(KnowledgeJson.Default.ErrorRecord, "An error record of Benchr"),
        ["models.schema.json"] = Of(KnowledgeJson.Default.PlatformModels, "The models of one platform of Benchr"),
        ["provider.schema.json"] = Of(KnowledgeJson.Default.Provider, "A provider of Benchr"),
    };

    private static string Of(JsonTypeInfo type, string title)
    {
        var schema = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Refine,
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(new JsonSerializerOptions(KnowledgeJson.Readable.Options) { WriteIndented = true }) + "\n";
    }

    /// <summary>In YAML an absent value is an absent key, so null is never offered; codes may look like numbers.</summary>
    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return schema;
        }

        if (node["type"] is JsonArray kinds)
        {
            var rest = kinds.Select(kind => kind!.GetValue<string>()).Where(kind => kind != "null").ToList();
            node["type"] = rest.Count == 1 ? JsonValue.Create(rest[0]) : new JsonArray([.. rest.Select(kind => JsonValue.Create(kind))]);
        }

        if (node["enum"] is JsonArray members && members.Any(member => member is null))
        {
            node["enum"] = new JsonArray([.. members.Where(member => member is not null).Select(member => member!.DeepClone())]);
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.None && context.TypeInfo.Type == typeof(string))
        {
            // YAML reads an unquoted 401 as a number; the reader takes it as the text it is.
            node["type"] = new JsonArray("string", "number");
        }

        return node;
    }
}
