using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Serialization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Benchr.Knowledge.Reading;

/// <summary>
/// Turns a YAML document into the JSON of one type, strictly: unknown keys, missing keys and values of the wrong kind are
/// all reported with their line, none stops the reading. The type's JSON contract says what is allowed, so YAML, JSON,
/// and the JSON Schema cannot disagree.
/// </summary>
internal sealed class YamlBinder(string file, SourceMap sourceMap, List<KnowledgeProblem> problems)
{
    public JsonNode? Bind(YamlNode node, JsonTypeInfo type, string path)
    {
        sourceMap.Add(path, LineOf(node));
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => BindObject(node, type, path),
            JsonTypeInfoKind.Enumerable => BindList(node, type, path),
            JsonTypeInfoKind.Dictionary => BindDictionary(node, type, path),
            _ => BindScalar(node, Nullable.GetUnderlyingType(type.Type) ?? type.Type, path),
        };
    }

    private JsonObject? BindObject(YamlNode node, JsonTypeInfo type, string path)
    {
        if (node is not YamlMappingNode mapping)
        {
            return Report<JsonObject>(node, path, "expected a mapping of keys to values");
        }

        var result = new JsonObject();
        foreach (var (keyNode, valueNode) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            var property = type.Properties.FirstOrDefault(candidate => candidate.Name == key);
            if (property is null)
            {
                var allowed = Nearest.To(key, type.Properties.Select(candidate => candidate.Name), 1);
                var hint = allowed.Count > 0
                    ? $"did you mean '{allowed[0]}'?"
                    : $"known keys: {string.Join(", ", type.Properties.Select(candidate => candidate.Name))}";
                Report<JsonNode>(keyNode, path, $"unknown key '{key}'; {hint}");
                continue;
            }

            result[key] = Bind(valueNode, type.Options.GetTypeInfo(property.PropertyType), Join(path, key));
        }

        foreach (var property in type.Properties.Where(property => property.IsRequired && !result.ContainsKey(property.Name)))
        {
            Report<JsonNode>(node, path, $"'{property.Name}' is missing");
        }

        return result;
    }

    private JsonArray? BindList(YamlNode node, JsonTypeInfo type, string path)
    {
        if (node is not YamlSequenceNode sequence)
        {
            return Report<JsonArray>(node, path, "expected a list");
        }

        var elementType = type.Options.GetTypeInfo(type.ElementType!);
        var result = new JsonArray();
        foreach (var child in sequence.Children)
        {
            var index = result.Count.ToString(CultureInfo.InvariantCulture);
            result.Add(Bind(child, elementType, $"{path}[{index}]"));
        }

        return result;
    }

    private JsonObject? BindDictionary(YamlNode node, JsonTypeInfo type, string path)
    {
        if (node is not YamlMappingNode mapping)
        {
            return Report<JsonObject>(node, path, "expected a mapping of keys to values");
        }

        var keys = type.KeyType!.IsEnum ? Word.All(type.KeyType) : null;
        var valueType = type.Options.GetTypeInfo(type.ElementType!);
        var result = new JsonObject();
        foreach (var (keyNode, valueNode) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (keys is not null && !keys.Contains(key))
            {
                Report<JsonNode>(keyNode, path, $"unknown key '{key}'; known keys: {string.Join(", ", keys)}");
                continue;
            }

            result[key] = Bind(valueNode, valueType, $"{path}[{key}]");
        }

        return result;
    }

    private JsonValue? BindScalar(YamlNode node, Type type, string path)
    {
        if (node is not YamlScalarNode scalar || scalar.Value is null)
        {
            return Report<JsonValue>(node, path, "expected a single value");
        }

        var text = scalar.Value;
        if (scalar.Style == ScalarStyle.Plain && text is "" or "~" or "null")
        {
            return Report<JsonValue>(node, path, "the value is empty; leave the key out or quote the text");
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : Report<JsonValue>(node, path, $"'{text}' is not a whole number");
        }

        if (type == typeof(double))
        {
            return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var real)
                ? JsonValue.Create(real)
                : Report<JsonValue>(node, path, $"'{text}' is not a number");
        }

        if (type == typeof(bool))
        {
            return text is "true" or "false"
                ? JsonValue.Create(text == "true")
                : Report<JsonValue>(node, path, $"'{text}' is neither true nor false");
        }

        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? JsonValue.Create(text)
                : Report<JsonValue>(node, path, $"'{text}' is not a date; write it as 2026-01-31");
        }

        if (type.IsEnum && !Word.All(type).Contains(text))
        {
            return Report<JsonValue>(node, path, $"'{text}' is not one of: {string.Join(", ", Word.All(type))}");
        }

        return JsonValue.Create(text);
    }

    private T? Report<T>(YamlNode node, string path, string message)
        where T : JsonNode
    {
        problems.Add(new KnowledgeProblem(file, LineOf(node), path, message));
        return null;
    }

    private static int LineOf(YamlNode node) => (int)Math.Max(1, node.Start.Line);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
