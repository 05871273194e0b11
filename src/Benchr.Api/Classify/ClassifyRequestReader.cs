using System.Globalization;
using System.Text.Json;
using Benchr.Api.Problems;
using Benchr.Api.Requests;

namespace Benchr.Api.Classify;

/// <summary>Reads what was sent to be classified, as JSON or as the bare paste.</summary>
internal static class ClassifyRequestReader
{
    /// <summary>Reads a request.</summary>
    /// <returns>The request, or what is wrong with it.</returns>
    public static async Task<(ClassifyRequest? Request, ProblemResult? Problem)> ReadAsync(HttpRequest request, JsonSerializerOptions options)
    {
        var read = await RequestText.ReadAsync(
            request, type => RequestText.IsJson(type) || type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase));
        return read is not { } body ? (null, PasteLimits.UnsupportedMediaType())
            : RequestText.IsJson(body.Type) ? FromJson(body.Utf8, options)
            : FromText(body.Text, request.Query);
    }

    private static (ClassifyRequest?, ProblemResult?) FromJson(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<ClassifyRequest>(json, options) is { } request
                ? (request, null)
                : (null, new ProblemResult(ProblemKind.MalformedJson, "The body is null; send an object with a member \"body\"."));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception));
        }
    }

    /// <summary>Says where, and never what: the text may hold secrets.</summary>
    private static ProblemResult Malformed(JsonException exception)
    {
        var field = exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..].Split('.', '[')[0] : null;
        var expected = field switch
        {
            "body" or "provider" => "must be a text",
            "status" => "must be a whole number from 100 to 599",
            "headers" => "must be an object of texts",
            _ => null,
        };
        var place = RequestText.PlaceOf(exception);
        return expected is null
            ? new ProblemResult(ProblemKind.MalformedJson, $"The body stops being JSON at {place}. To send a raw paste without escaping it, use Content-Type: text/plain.")
            : new ProblemResult(
                ProblemKind.MalformedJson,
                $"{field} {expected} ({place}). To send a raw paste without escaping it, use Content-Type: text/plain.",
                [new FieldProblem(field!, expected)]);
    }

    /// <summary>Reads one of many: an object as the single call takes it, or a text, which is the bare paste.</summary>
    public static (ClassifyRequest? Request, ProblemResult? Problem) FromItem(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                return (JsonSerializer.Deserialize<ClassifyRequest>([.. "{\"body\":"u8, .. json, .. "}"u8], options), null);
            }

            return JsonSerializer.Deserialize<ClassifyRequest>(json, options) is { } request
                ? (request, null)
                : (null, new ProblemResult(ProblemKind.MalformedJson, "The item is null; send an object with a member \"body\", or a text."));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception));
        }
    }

    private static (ClassifyRequest?, ProblemResult?) FromText(string text, IQueryCollection query)
    {
        int? status = null;
        if (query["status"].FirstOrDefault() is { Length: > 0 } told)
        {
            status = int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        }

        return (new ClassifyRequest { Body = text, Provider = query["provider"].FirstOrDefault(), Status = status }, null);
    }
}
