using System.Text.Json.Nodes;

namespace Benchr.Clients.Tests;

/// <summary>That a broken promise would be found.</summary>
public sealed class CompatibilityTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly Dictionary<string, Action<JsonNode>> Breaking = new()
    {
        ["an operation is gone"] = document => document["paths"]!.AsObject().Remove("/v1/lookup"),
        ["an operation has another name"] = document => document["paths"]!["/v1/lookup"]!["get"]!["operationId"] = "findErrors",
        ["a parameter is gone"] = document => document["paths"]!["/v1/errors"]!["get"]!["parameters"]!.AsArray().RemoveAt(0),
        ["a parameter is needed"] = document => document["paths"]!["/v1/errors"]!["get"]!["parameters"]![0]!["required"] = true,
        ["a limit is narrower"] = document => Limit(document)["schema"]!["maximum"] = 50,
        ["a body's media type is gone"] = document => document["paths"]!["/v1/classify"]!["post"]!["requestBody"]!["content"]!.AsObject().Remove("text/plain"),
        ["a member of a request is gone"] = document => Schema(document, "ClassifyRequest")["properties"]!.AsObject().Remove("status"),
        ["a member of a request is needed"] = document => Schema(document, "ClassifyRequest")["required"] = new JsonArray("provider"),
        ["a member of an answer is gone"] = document => Schema(document, "CauseAnswer")["properties"]!.AsObject().Remove("fix"),
        ["a member of an answer has another type"] = document => Schema(document, "CauseAnswer")["properties"]!["fix"]!["type"] = "integer",
        ["a member of an answer can be null"] = document => Schema(document, "CauseAnswer")["properties"]!["fix"]!["type"] = new JsonArray("string", "null"),
        ["a member of an answer may be missing"] = document => Schema(document, "CauseAnswer").Remove("required"),
        ["a member of an answer has another format"] = document => Schema(document, "ErrorSummary")["properties"]!["url"]!["format"] = "date",
        ["a word of a parameter is gone"] = document => Schema(document, "Severity")["enum"]!.AsArray().RemoveAt(0),
        ["an answer's media type is gone"] = document => document["paths"]!["/v1/errors"]!["get"]!["responses"]!["200"]!["content"]!.AsObject().Remove("application/json"),
    };

    private static readonly Dictionary<string, Action<JsonNode>> Harmless = new()
    {
        ["an operation is new"] = document => document["paths"]!["/v1/new"] = document["paths"]!["/v1/lookup"]!.DeepClone(),
        ["a member of an answer is new"] = document => Schema(document, "CauseAnswer")["properties"]!["more"] = new JsonObject { ["type"] = "string" },
        ["a parameter is new"] = document => document["paths"]!["/v1/errors"]!["get"]!["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "more", ["in"] = "query" }),
        ["a word of an answer is new"] = document => Schema(document, "PasteForm")["enum"]!.AsArray().Add("poem"),
        ["a limit is wider"] = document => Limit(document)["schema"]!["maximum"] = 500,
        ["a text says it better"] = document => document["paths"]!["/v1/lookup"]!["get"]!["description"] = "Better.",
    };

    public static TheoryData<string> BreakingEdits => [.. Breaking.Keys];

    public static TheoryData<string> HarmlessEdits => [.. Harmless.Keys];

    [Theory]
    [MemberData(nameof(BreakingEdits))]
    public void What_breaks_clients_is_found(string edit) => Assert.NotEmpty(BreaksAfter(Breaking[edit]));

    [Theory]
    [MemberData(nameof(HarmlessEdits))]
    public void What_breaks_nobody_is_let_pass(string edit) => Assert.Empty(BreaksAfter(Harmless[edit]));

    private IReadOnlyList<string> BreaksAfter(Action<JsonNode> edit)
    {
        var edited = service.Document.DeepClone();
        edit(edited);
        return Compatibility.Breaks(service.Document, edited);
    }

    private static JsonObject Schema(JsonNode document, string name) => document["components"]!["schemas"]![name]!.AsObject();

    private static JsonNode Limit(JsonNode document) =>
        document["paths"]!["/v1/errors"]!["get"]!["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == "limit")!;
}
