using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Requests;

/// <summary>Reads the body of a request as text, in the charset it declares.</summary>
internal static class RequestText
{
    /// <summary>Reads the body.</summary>
    /// <returns>The body; null when it is packed or of a type or charset that is not read.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, Func<MediaTypeHeaderValue, bool> isAccepted)
    {
        if (IsPacked(request) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !TryEncoding(type, out var encoding) || !isAccepted(type))
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return new RequestBody(type, encoding, bytes);
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Whether a body is packed: it would be read as noise, and unpacking a stranger's bytes has no bound worth having.</summary>
    public static bool IsPacked(HttpRequest request) => request.Headers.ContentEncoding is { Count: > 0 } packing && packing != "identity";

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

/// <summary>The body of a request.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Charset">The charset that it declares.</param>
/// <param name="Bytes">What was sent.</param>
internal sealed record RequestBody(MediaTypeHeaderValue Type, Encoding Charset, byte[] Bytes)
{
    /// <summary>The text. Invalid bytes become replacement characters: a text may be damaged, it is read all the same.</summary>
    public string Text
    {
        get
        {
            using var reader = new StreamReader(new MemoryStream(Bytes), Charset, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The text as UTF-8, without a mark of its byte order.</summary>
    public ReadOnlySpan<byte> Utf8 =>
        Charset is UTF8Encoding && !Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) && System.Text.Unicode.Utf8.IsValid(Bytes) ? Bytes : Encoding.UTF8.GetBytes(Text);
}
