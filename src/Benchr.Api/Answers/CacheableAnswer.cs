using System.Text.Json;
using Benchr.Api.Catalogues;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Answers;

/// <summary>An answer that depends on nothing but the address, the form that is asked for, and the knowledge.</summary>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal abstract record CacheableAnswer(Snapshot Snapshot, DateTimeOffset Modified) : IResult
{
    /// <summary>The one address of this answer, without host and query: other spellings are answered and not kept. Null keeps any.</summary>
    public string? Address { get; init; }

    /// <summary>The <c>Link</c> header that goes with it.</summary>
    public string? Link { get; init; }

    /// <summary>From when on it says something else by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, contentType) = Render(httpContext);
        var isKept = (Address is null || Address == httpContext.Request.Path.Value) && Snapshot.Answers.Keeps(httpContext.Request);
        var answer = new RenderedAnswer(body, contentType, Modified, Expires, isKept) { Link = Link };
        if (isKept)
        {
            Snapshot.Answers.Keep(httpContext.Request, answer);
        }

        return answer.WriteAsync(httpContext);
    }

    /// <summary>The body and its media type.</summary>
    protected abstract (byte[] Body, string ContentType) Render(HttpContext context);
}

/// <summary>Such an answer as JSON.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableAnswer<T>(T Value, Snapshot Snapshot, DateTimeOffset Modified) : CacheableAnswer(Snapshot, Modified)
{
    protected override (byte[] Body, string ContentType) Render(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return (JsonSerializer.SerializeToUtf8Bytes(Value, options), "application/json; charset=utf-8");
    }
}

/// <summary>Such an answer, written already.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableContent(byte[] Body, string ContentType, Snapshot Snapshot, DateTimeOffset Modified) : CacheableAnswer(Snapshot, Modified)
{
    protected override (byte[] Body, string ContentType) Render(HttpContext context) => (Body, ContentType);
}
