using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Answers;

/// <summary>An answer as bytes, with everything that caches want to know: made once, sent as often as asked for.</summary>
internal sealed class RenderedAnswer
{
    private const int SmallestCompressed = 860;
    private const int DigitsOfTag = 24;
    private const string UntilChecked = "public, max-age=300, stale-while-revalidate=86400";
    private const string Varies = "Accept, Accept-Encoding";

    private readonly byte[] plain;
    private readonly string tag;
    private readonly string contentType;
    private readonly Lazy<byte[]?> brotli;
    private readonly Lazy<byte[]?> gzip;
    private readonly DateTimeOffset modified;
    private readonly string cacheControl;
    private readonly string modifiedText;

    /// <summary>Makes an answer.</summary>
    /// <param name="plain">The body.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="modified">When what it says changed last.</param>
    /// <param name="expires">From when on it says something else by itself; null when only the knowledge can change it.</param>
    /// <param name="cacheControl">How long caches may keep it; a few minutes when left out.</param>
    public RenderedAnswer(byte[] plain, string contentType, DateTimeOffset modified, DateTimeOffset? expires = null, string cacheControl = UntilChecked)
    {
        this.cacheControl = cacheControl;
        this.plain = plain;
        this.contentType = contentType;
        this.modified = new DateTimeOffset(modified.UtcTicks - (modified.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        modifiedText = HeaderUtilities.FormatDate(this.modified);
        Expires = expires;
        tag = Convert.ToHexStringLower(SHA256.HashData(plain))[..DigitsOfTag];
        brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true)));
        gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)));
    }

    /// <summary>From when on the answer is not to be given any more; null for as long as the knowledge stays.</summary>
    public DateTimeOffset? Expires { get; }

    /// <summary>Answers a request: the body in the best encoding that it takes, or 304 when it has it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var (body, encoding) = Choose(context.Request.Headers.AcceptEncoding);
        var etag = encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"";
        var response = context.Response;
        response.Headers.ETag = etag;
        response.Headers.LastModified = modifiedText;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = Varies;
        if (IsKnown(context.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private bool IsKnown(HttpRequest request, string etag)
    {
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            foreach (var line in request.Headers.IfNoneMatch)
            {
                // A cache compares weakly; the tags of all encodings name the same content, but only the one asked for is it byte for byte.
                if (line is not null && (line.Trim() == "*" || line.Contains(etag, StringComparison.Ordinal)))
                {
                    return true;
                }
            }

            return false;
        }

        return request.Headers.IfModifiedSince.Count == 1
            && HeaderUtilities.TryParseDate(request.Headers.IfModifiedSince[0], out var since)
            && since >= modified;
    }

    private (byte[] Body, string? Encoding) Choose(Microsoft.Extensions.Primitives.StringValues accepted)
    {
        if (accepted.Count == 0 || plain.Length < SmallestCompressed || !StringWithQualityHeaderValue.TryParseList(accepted, out var codings))
        {
            return (plain, null);
        }

        double Quality(string coding) => codings.FirstOrDefault(item => item.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))?.Quality
            ?? (codings.Any(item => item.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) ? 1 : 0);
        var (ofBrotli, ofGzip) = (Quality("br"), Quality("gzip"));
        if (ofBrotli > 0 && ofBrotli >= ofGzip && brotli.Value is { } small)
        {
            return (small, "br");
        }

        return ofGzip > 0 && gzip.Value is { } zipped ? (zipped, "gzip") : (plain, null);
    }

    private byte[]? Compress(Func<Stream, Stream> encode)
    {
        var output = new MemoryStream();
        using (var stream = encode(output))
        {
            stream.Write(plain);
        }

        return output.Length < plain.Length ? output.ToArray() : null;
    }
}
