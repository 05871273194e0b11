using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Benchr.Clients.Tests;

/// <summary>Makes requests of an operation out of what the document says of it: good ones, and ones that break it somewhere.</summary>
internal sealed class RequestGenerator(Random random)
{
    private static readonly string[] OddTexts =
        ["", " ", "null", "-1", "0", "99999999999999999999", "1e3", "true", "%", "ünïcødé", "💥", "../..", "a\0b", "'; DROP TABLE errors; --", "<script>", "2026-02-30", "{}", "\uFFFD"];

    private static readonly string[] OddTypes = ["text/csv", "application/json; charset=nope", "multipart/form-data; boundary=x", "nonsense", "application/xml", "text/plain; charset=utf-16"];

    private static readonly string[] Pastes =
    [
        "HTTP/1.1 429 Too Many Requests\nretry-after: 20\n\n{\"error\":{\"message\":\"Rate limit reached\",\"code\":\"rate_limit_exceeded\"}}",
        "{'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}",
        "Error: connect ECONNREFUSED 127.0.0.1:11434", "", "    ", "\u0000\u0001", "{\"a\":[[[[", "<html><title>502 Bad Gateway</title></html>",
    ];

    /// <summary>A request, and what it is in words.</summary>
    public (HttpRequestMessage Request, string Description) Make(Operation operation)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters)
        {
            var name = parameter["name"]!.GetValue<string>();
            if (parameter["in"]!.GetValue<string>() == "path")
            {
                // The server itself refuses an address with a NUL, before anything of ours is asked.
                var value = random.Next(2) == 0 ? parameter["example"]!.GetValue<string>() : ValueOf(parameter).Replace("\0", "", StringComparison.Ordinal);
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value.Length == 0 ? "x" : value), StringComparison.Ordinal);
            }
            else if (random.Next(3) == 0)
            {
                query.Add($"{name}={Uri.EscapeDataString(ValueOf(parameter))}");
            }
        }

        if (random.Next(12) == 0)
        {
            query.Add("unknown=1");
        }

        var address = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), address);
        AddHeaders(request);
        var body = operation.Bodies is { } bodies ? AddBody(request, bodies) : "";
        return (request, $"{operation.Method} {address} {body}");
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        switch (random.Next(12))
        {
            case 0:
                request.Headers.TryAddWithoutValidation("If-None-Match", random.Next(2) == 0 ? "*" : "\"abc\", nonsense");
                break;
            case 1:
                request.Headers.TryAddWithoutValidation("If-Modified-Since", random.Next(2) == 0 ? "Thu, 01 Jan 2099 00:00:00 GMT" : "nonsense");
                break;
            case 2:
                request.Headers.TryAddWithoutValidation("Range", random.Next(2) == 0 ? "bytes=0-9" : "bytes=999999999-");
                break;
            case 3:
                request.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=0.5, gzip;q=x, *");
                break;
            case 4:
                request.Headers.TryAddWithoutValidation("Accept", random.Next(2) == 0 ? "application/json" : "image/png");
                break;
        }
    }

    private string AddBody(HttpRequestMessage request, JsonObject bodies)
    {
        var type = bodies.ElementAt(random.Next(bodies.Count)).Key;
        var text = type switch
        {
            "application/json" => JsonBody(bodies[type]!["schema"]!),
            "application/x-ndjson" => string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) == 0 ? "nonsense" : new JsonObject { ["body"] = Paste() }.ToJsonString())),
            _ => Paste(),
        };
        if (random.Next(10) == 0)
        {
            type = OddTypes[random.Next(OddTypes.Length)];
        }

        if (random.Next(10) == 0 && text.Length > 0)
        {
            text = text[..random.Next(text.Length)];
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (random.Next(25) == 0)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        request.Content = content;
        return $"{type} {(text.Length > 300 ? text[..300] : text)}";
    }

    private string JsonBody(JsonNode schema)
    {
        var isMany = schema["type"]?.ToString() == "array";
        var one = () => (JsonNode?)(random.Next(8) switch
        {
            0 => null,
            1 => JsonValue.Create(7),
            2 => new JsonObject { ["body"] = 1, ["status"] = "x" },
            3 => new JsonObject { ["body"] = Paste(), ["unknown"] = true },
            4 => new JsonObject { ["observations"] = new JsonArray(new JsonObject { ["check"] = OddText(), ["outcome"] = OddText() }) },
            5 => new JsonObject { ["observations"] = new JsonArray(new JsonObject { ["check"] = "env-value", ["output"] = Paste() }) },
            6 => new JsonObject(),
            _ => new JsonObject { ["body"] = Paste(), ["provider"] = random.Next(2) == 0 ? "openai" : OddText(), ["status"] = random.Next(700), ["headers"] = new JsonObject { ["retry-after"] = OddText() } },
        });
        return (isMany && random.Next(5) > 0 ? new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => one())]) : one())?.ToJsonString() ?? "null";
    }

    private string Paste() => Pastes[random.Next(Pastes.Length)];

    private string OddText() => random.Next(20) == 0 ? new string('a', 2000) : OddTexts[random.Next(OddTexts.Length)];

    private string ValueOf(JsonObject parameter)
    {
        if (random.Next(3) == 0)
        {
            return OddText();
        }

        var schema = parameter["schema"]!;
        return schema["enum"] is JsonArray words ? words[random.Next(words.Count)]!.ToString()
            : schema["type"]?.ToString() switch
            {
                "integer" => random.Next((schema["minimum"]?.GetValue<int>() ?? 0) - 1, (schema["maximum"]?.GetValue<int>() ?? 1000) + 2).ToString(CultureInfo.InvariantCulture),
                "boolean" => random.Next(2) == 0 ? "true" : "false",
                _ => parameter["example"]?.ToString() ?? OddText(),
            };
    }
}
