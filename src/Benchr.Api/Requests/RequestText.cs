using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Requests;

/// <summary>Reads the body of a request as text, in the charset it declares.</summary>
internal static class RequestText
{
    /// <summary>Reads the body.</summary>
    /// <returns>Its media type and text; null when it is packed or of a type or charset that is not read.</returns>
    public static async Task<(MediaTypeHeaderValue Type, string Text)?> ReadAsync(HttpRequest request, Func<MediaTypeHeaderValue, bool> isAccepted)
    {
        // A packed body would be read as noise, and unpacking a stranger's bytes has no bound worth having.
        var isPacked = request.Headers.ContentEncoding is { Count: > 0 } packing && packing != "identity";
        if (isPacked || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !TryEncoding(type, out var encoding) || !isAccepted(type))
        {
            return null;
        }

        // Invalid bytes become replacement characters: a text may be damaged, it is read all the same.
        using var reader = new StreamReader(request.Body, encoding, detectEncodingFromByteOrderMarks: true);
        return (type, await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
    }

    /// <summary>Whether a type is JSON or built on it.</summary>
    public static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a text stops being the JSON that was expected; what stands there is not told, since it may be a secret.</summary>
    public static string PlaceOf(JsonException exception) =>
        string.Create(CultureInfo.InvariantCulture, $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}");

    private static bool TryEncoding(MediaTypeHeaderValue type, out Encoding encoding)
    {
        encoding = Encoding.UTF8;
        if (!type.Charset.HasValue)
        {
            return true;
        }

        try
        {
            encoding = Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
