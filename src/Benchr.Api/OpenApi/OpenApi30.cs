using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchr.Api.OpenApi;

/// <summary>Mends what the writer of OpenAPI 3.0 leaves unsaid, so that generators read it as it is meant.</summary>
internal static class OpenApi30
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Mends a document.</summary>
    public static string Mend(string text)
    {
        var document = JsonNode.Parse(text)!;
        Walk(document, document["components"]!["schemas"]!);
        foreach (var (type, content) in ContentsOf(document["paths"]!))
        {
            Simplify(type, content);
        }

        if (document["info"]?["license"] is JsonObject license)
        {
            license["url"] = "https://spdx.org/licenses/MIT.html";
        }

        return document.ToJsonString(Indented);
    }

    private static IEnumerable<(string Type, JsonObject Content)> ContentsOf(JsonNode paths) => paths.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .SelectMany(operation => operation.Value!["responses"]!.AsObject().Select(response => response.Value!["content"]).Append(operation.Value["requestBody"]?["content"]))
        .OfType<JsonObject>()
        .SelectMany(contents => contents.Select(content => (content.Key, content.Value!.AsObject())));

    /// <summary>
    /// Validators of examples read what can be null otherwise than generators do, so examples stay in the other document; and
    /// generators take a text that is no JSON as it is only when it is called a file.
    /// </summary>
    private static void Simplify(string type, JsonObject content)
    {
        content.Remove("example");
        if (!type.EndsWith("/json", StringComparison.Ordinal) && !type.EndsWith("+json", StringComparison.Ordinal) && type != "text/plain")
        {
            content["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" };
        }
    }

    /// <summary>Another schema or null: version 3.0 wants the type beside <c>nullable</c>, and <c>allOf</c> is what generators know.</summary>
    private static void Walk(JsonNode node, JsonNode schemas)
    {
        if (node is JsonObject schema && schema["oneOf"] is JsonArray { Count: 2 } choice && choice[0]?["nullable"] is not null && choice[1]?["$ref"] is { } reference)
        {
            schema.Remove("oneOf");
            schema["type"] = schemas[reference.GetValue<string>().Split('/')[^1]]!["type"]!.DeepClone();
            schema["nullable"] = true;
            schema["allOf"] = new JsonArray(choice[1]!.DeepClone());
        }

        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().ToList())
        {
            Walk(child, schemas);
        }
    }
}
