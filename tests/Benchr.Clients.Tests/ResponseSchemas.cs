using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Benchr.Clients.Tests;

/// <summary>
/// The schemas of the document, for comparing answers with. The document lets answers gain members later; here each object is closed, so
/// that a member which the document does not tell of is found.
/// </summary>
internal sealed class ResponseSchemas
{
    private readonly JsonObject components;
    private readonly Dictionary<string, JsonSchema> schemas = [];

    public ResponseSchemas(JsonNode document)
    {
        components = document["components"]!.DeepClone().AsObject();
        foreach (var (_, schema) in components["schemas"]!.AsObject())
        {
            if (schema!["properties"] is not null && schema["additionalProperties"] is null)
            {
                schema["additionalProperties"] = false;
            }
        }
    }

    /// <summary>What of a value a schema of the document does not allow; null when nothing.</summary>
    public string? Evaluate(JsonNode schema, JsonNode? value)
    {
        var text = schema.ToJsonString();
        if (!schemas.TryGetValue(text, out var built))
        {
            var whole = schema.DeepClone().AsObject();
            whole["$schema"] = "https://json-schema.org/draft/2020-12/schema";
            whole["components"] = components.DeepClone();
            schemas[text] = built = JsonSchema.FromText(whole.ToJsonString());
        }

        var element = JsonSerializer.SerializeToElement(value);
        if (built.Evaluate(element).IsValid)
        {
            return null;
        }

        var result = built.Evaluate(element, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}")).Take(10));
    }
}
