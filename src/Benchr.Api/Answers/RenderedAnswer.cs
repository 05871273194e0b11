using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Answers;

/// <summary>An answer as bytes, with everything that caches want to know: made once, sent as often as asked for.</summary>
internal sealed class RenderedAnswer
{
    /// <summary>How long caches keep what comes from the knowledge, and may show it while they ask anew.</summary>
    public const string CacheControl = "public, max-age=300, stale-while-revalidate=86400";

    private const int SmallestCompressed = 860;
    private const int DigitsOfTag = 24;
    private const string Varies = "Accept, Accept-Encoding";

    private readonly Variant plain;
    private readonly Lazy<Variant?> brotli;
    private readonly Lazy<Variant?> gzip;
    private readonly string contentType;
    private readonly DateTimeOffset modified;
    private readonly string cacheControl;
    private readonly string modifiedText;

    /// <summary>Makes an answer.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="modified">When what it says changed last.</param>
    /// <param name="expires">From when on it says something else by itself; null when only the knowledge can change it.</param>
    /// <param name="isKept">Whether it will be sent again, which is worth packing it well.</param>
    /// <param name="cacheControl">How long caches may keep it; a few minutes when left out.</param>
    public RenderedAnswer(
        byte[] body, string contentType, DateTimeOffset modified, DateTimeOffset? expires = null, bool isKept = true, string cacheControl = CacheControl)
    {
        this.cacheControl = cacheControl;
        this.contentType = contentType;
        this.modified = new DateTimeOffset(modified.UtcTicks - (modified.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        modifiedText = HeaderUtilities.FormatDate(this.modified);
        Expires = expires;
        var tag = Convert.ToHexStringLower(SHA256.HashData(body))[..DigitsOfTag];
        var level = isKept ? CompressionLevel.Optimal : CompressionLevel.Fastest;
        plain = new Variant(body, $"\"{tag}\"", null);
        brotli = new(() => Compress(body, tag, "br", stream => new BrotliStream(stream, level, leaveOpen: true)));
        gzip = new(() => Compress(body, tag, "gzip", stream => new GZipStream(stream, level, leaveOpen: true)));
    }

    /// <summary>From when on the answer is not to be given any more; null for as long as the knowledge stays.</summary>
    public DateTimeOffset? Expires { get; }

    /// <summary>Its length in bytes, not packed.</summary>
    public int Length => plain.Body.Length;

    /// <summary>The <c>Link</c> header that goes with it; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Answers a request: the body in the best encoding that it takes, or 304 when it has it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var variant = Choose(context.Request.Headers.AcceptEncoding);
        var response = context.Response;
        response.Headers.ETag = variant.Tag;
        response.Headers.LastModified = modifiedText;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = Varies;
        if (Link is not null)
        {
            response.Headers.Append("Link", Link);
        }

        if (IsKnown(context.Request, variant.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        response.ContentLength = variant.Body.Length;
        if (variant.Encoding is not null)
        {
            response.Headers.ContentEncoding = variant.Encoding;
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(variant.Body, context.RequestAborted).AsTask();
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

    private Variant Choose(StringValues accepted)
    {
        if (accepted.Count == 0 || plain.Body.Length < SmallestCompressed)
        {
            return plain;
        }

        var (ofBrotli, ofGzip) = (ContentCodings.Quality(accepted, "br"), ContentCodings.Quality(accepted, "gzip"));
        if (ofBrotli > 0 && ofBrotli >= ofGzip && brotli.Value is { } small)
        {
            return small;
        }

        return ofGzip > 0 && gzip.Value is { } zipped ? zipped : plain;
    }

    private static Variant? Compress(byte[] body, string tag, string encoding, Func<Stream, Stream> encode)
    {
        var output = new MemoryStream();
        using (var stream = encode(output))
        {
            stream.Write(body);
        }

        return output.Length < body.Length ? new Variant(output.ToArray(), $"\"{tag}-{encoding}\"", encoding) : null;
    }

    /// <summary>The answer in one encoding; null is none.</summary>
    private sealed record Variant(byte[] Body, string Tag, string? Encoding);
}
