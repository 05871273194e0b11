using System.Text.Json.Nodes;

namespace Benchr.Clients.Tests;

/// <summary>Finds what a newer document takes back of an older one, by the promise that the document itself makes.</summary>
internal static class Compatibility
{
    /// <summary>Every broken promise, by its place.</summary>
    public static IReadOnlyList<string> Breaks(JsonNode before, JsonNode after)
    {
        var breaks = new List<string>();
        foreach (var (path, methods) in before["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var place = $"{method.ToUpperInvariant()} {path}";
                if (after["paths"]![path]?[method] is { } now)
                {
                    new Comparison(before, after, breaks).Operations(place, operation!, now);
                }
                else
                {
                    breaks.Add($"{place} is gone");
                }
            }
        }

        return breaks;
    }

    /// <summary>Compares the parts of two documents.</summary>
    private sealed class Comparison(JsonNode before, JsonNode after, List<string> breaks)
    {
        private readonly HashSet<string> seen = [];

        public void Operations(string place, JsonNode old, JsonNode now)
        {
            if (old["operationId"]!.GetValue<string>() != now["operationId"]!.GetValue<string>())
            {
                breaks.Add($"{place} has another operationId");
            }

            Parameters(place, old, now);
            foreach (var (type, body) in old["requestBody"]?["content"]?.AsObject() ?? [])
            {
                Content($"{place} takes {type}", body!, now["requestBody"]?["content"]?[type], isInput: true);
            }

            if (now["requestBody"]?["required"]?.GetValue<bool>() == true && old["requestBody"]?["required"]?.GetValue<bool>() != true)
            {
                breaks.Add($"{place} needs a body now");
            }

            foreach (var (status, response) in old["responses"]!.AsObject())
            {
                foreach (var (type, body) in response!["content"]?.AsObject() ?? [])
                {
                    Content($"{place} answers {status} {type}", body!, now["responses"]![status]?["content"]?[type], isInput: false);
                }
            }
        }

        private void Parameters(string place, JsonNode old, JsonNode now)
        {
            static Dictionary<string, JsonNode> Of(JsonNode operation) =>
                (operation["parameters"]?.AsArray() ?? []).ToDictionary(parameter => $"{parameter!["in"]} {parameter["name"]}", parameter => parameter!);
            var (earlier, later) = (Of(old), Of(now));
            foreach (var (name, parameter) in earlier)
            {
                Content($"{place} parameter {name}", parameter, later.GetValueOrDefault(name), isInput: true);
            }

            breaks.AddRange(later
                .Where(parameter => parameter.Value["required"]?.GetValue<bool>() == true && earlier.GetValueOrDefault(parameter.Key)?["required"]?.GetValue<bool>() != true)
                .Select(parameter => $"{place} needs the parameter {parameter.Key} now"));
        }

        private void Content(string place, JsonNode old, JsonNode? now, bool isInput)
        {
            if (now is null)
            {
                breaks.Add($"{place} no more");
            }
            else if (old["schema"] is { } schema)
            {
                Schemas(place, schema, now["schema"], isInput);
            }
        }

        private void Schemas(string place, JsonNode old, JsonNode? now, bool isInput)
        {
            if (!seen.Add($"{isInput} {old.ToJsonString()} {now?.ToJsonString()}"))
            {
                return;
            }

            (old, now) = (Resolve(old, before), now is null ? null : Resolve(now, after));
            var (earlier, later) = (Words(old["type"]), Words(now?["type"]));
            var lost = isInput ? earlier.Except(later) : later.Except(earlier);
            if (now is null || (earlier.Count > 0 && later.Count > 0 && lost.Any()) || earlier.Count > 0 != later.Count > 0)
            {
                breaks.Add($"{place} is of another type");
                return;
            }

            Enumerations(place, old, now, isInput);
            Limits(place, old, now, isInput);
            Members(place, old, now, isInput);
            foreach (var keyword in new[] { "items", "additionalProperties" })
            {
                if (old[keyword] is JsonObject part)
                {
                    Schemas($"{place} {keyword}", part, now[keyword], isInput);
                }
            }

            foreach (var keyword in new[] { "oneOf", "anyOf" })
            {
                foreach (var (index, part) in (old[keyword]?.AsArray() ?? []).Index())
                {
                    Schemas($"{place} {keyword}", part!, now[keyword] is JsonArray choices && index < choices.Count ? choices[index] : null, isInput);
                }
            }
        }

        private void Enumerations(string place, JsonNode old, JsonNode now, bool isInput)
        {
            var (earlier, later) = (Words(old["enum"]), Words(now["enum"]));
            if (isInput ? later.Count > 0 && (earlier.Count == 0 || earlier.Except(later).Any()) : earlier.Count > 0 && later.Count == 0)
            {
                breaks.Add($"{place} has lost words");
            }
        }

        private void Limits(string place, JsonNode old, JsonNode now, bool isInput)
        {
            foreach (var (keyword, sign) in new[] { ("maximum", 1), ("maxLength", 1), ("maxItems", 1), ("minimum", -1), ("minLength", -1) })
            {
                var isNarrower = isInput && now[keyword] is { } limit && (old[keyword] is not { } earlier || sign * Number(limit) < sign * Number(earlier));
                if (isNarrower)
                {
                    breaks.Add($"{place} has a narrower {keyword}");
                }
            }

            if (old["format"]?.ToString() != now["format"]?.ToString())
            {
                breaks.Add($"{place} has another format");
            }
        }

        private static double Number(JsonNode limit) => double.Parse(limit.ToString(), System.Globalization.CultureInfo.InvariantCulture);

        private void Members(string place, JsonNode old, JsonNode now, bool isInput)
        {
            var (needed, neededNow) = (Words(old["required"]), Words(now["required"]));
            foreach (var (name, member) in old["properties"]?.AsObject() ?? [])
            {
                if (now["properties"]?[name] is not { } same)
                {
                    breaks.Add($"{place}.{name} is gone");
                    continue;
                }

                Schemas($"{place}.{name}", member!, same, isInput);
                if (!isInput && needed.Contains(name) && !neededNow.Contains(name))
                {
                    breaks.Add($"{place}.{name} may be missing now");
                }
            }

            breaks.AddRange(neededNow.Where(name => isInput && !needed.Contains(name)).Select(name => $"{place}.{name} is needed now"));
        }

        private static JsonNode Resolve(JsonNode schema, JsonNode document) =>
            schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]! : schema;

        private static HashSet<string> Words(JsonNode? words) => words switch
        {
            JsonArray several => [.. several.Select(word => word?.ToString() ?? "null")],
            JsonValue one => [one.ToString()],
            _ => [],
        };
    }
}
