using System.Globalization;
using System.Text.Json;
using Benchr.Api.Problems;

namespace Benchr.Api.Mcp;

/// <summary>
/// Checks the arguments of a call by the tool's own input schema, so that what is wrong is told by name before anything runs.
/// Covers the keywords that the tools here use.
/// </summary>
internal static class ArgumentRules
{
    private const int MostUnknown = 5;
    private const int LongestName = 40;

    /// <summary>What is wrong; empty when nothing is.</summary>
    /// <param name="schema">The schema, an object of properties.</param>
    /// <param name="arguments">What was sent.</param>
    public static IReadOnlyList<FieldProblem> Check(JsonElement schema, IDictionary<string, JsonElement>? arguments)
    {
        arguments ??= new Dictionary<string, JsonElement>();
        var properties = schema.GetProperty("properties");
        var known = string.Join(", ", properties.EnumerateObject().Select(property => property.Name));
        var problems = arguments.Keys
            .Where(name => !properties.TryGetProperty(name, out _))
            .Take(MostUnknown)
            .Select(name => new FieldProblem(name.Length > LongestName ? name[..LongestName] : name, known.Length == 0 ? "is not known; there are none" : $"is not known; known ones: {known}"))
            .ToList();
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        foreach (var property in properties.EnumerateObject())
        {
            var isGiven = arguments.TryGetValue(property.Name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
            var message = isGiven ? Wrong(value, property.Value) : required.Contains(property.Name) ? "must be given" : null;
            if (message is not null)
            {
                problems.Add(new FieldProblem(property.Name, message));
            }
        }

        return problems;
    }

    private static string? Wrong(JsonElement value, JsonElement schema) => value.ValueKind switch
    {
        _ when !HasType(value, schema) => $"must be {Wanted(schema)}",
        JsonValueKind.String => WrongText(value.GetString()!, schema),
        JsonValueKind.Number when Limit(schema, "minimum") > value.GetDouble() || Limit(schema, "maximum") < value.GetDouble() =>
            string.Create(CultureInfo.InvariantCulture, $"must be from {Limit(schema, "minimum")} to {Limit(schema, "maximum")}"),
        JsonValueKind.Array => WrongItems(value, schema),
        JsonValueKind.Object => WrongMembers(value, schema),
        _ => null,
    };

    private static string? WrongText(string text, JsonElement schema) =>
        Limit(schema, "maxLength") < text.Length ? string.Create(CultureInfo.InvariantCulture, $"must be at most {Limit(schema, "maxLength")} characters")
        : Words(schema) is { Count: > 0 } words && !words.Contains(text, StringComparer.Ordinal) ? $"must be one of: {string.Join(", ", words)}"
        : null;

    private static string? WrongItems(JsonElement value, JsonElement schema) =>
        Limit(schema, "maxItems") < value.GetArrayLength() ? string.Create(CultureInfo.InvariantCulture, $"must have at most {Limit(schema, "maxItems")} items")
        : schema.TryGetProperty("items", out var item) && value.EnumerateArray().Select(entry => Wrong(entry, item)).FirstOrDefault(message => message is not null) is { } wrong
            ? $"has an item that {wrong}"
            : null;

    private static string? WrongMembers(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out _))
        {
            return null;
        }

        var members = value.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value);
        return Check(schema, members) is [var first, ..] ? $"has a member {first.Field} that {first.Message}" : null;
    }

    private static double? Limit(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var limit) ? limit.GetDouble() : null;

    private static List<string> Words(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)] : [];

    private static bool HasType(JsonElement value, JsonElement schema) => Types(schema) is not { Count: > 0 } types || types.Any(type => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    });

    private static string Wanted(JsonElement schema) => string.Join(" or ", Types(schema).Where(type => type != "null").Select(type => type switch
    {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "an object",
    }));

    private static List<string> Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
        : [type.GetString()!];
}
