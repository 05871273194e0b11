using Benchr.Api.Catalogues;

namespace Benchr.Api.Answers;

/// <summary>An answer, written already, that depends on nothing but the address and the knowledge.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableContent(byte[] Body, string ContentType, Snapshot Snapshot, DateTimeOffset Modified) : IResult
{
    /// <summary>The one address of this answer, without host and query: other spellings are answered and not kept. Null keeps any.</summary>
    public string? Address { get; init; }

    /// <summary>From when on it says something else by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var isKept = (Address is null || Address == httpContext.Request.Path.Value) && Snapshot.Answers.Keeps(httpContext.Request);
        var answer = new RenderedAnswer(Body, ContentType, Modified, Expires, isKept);
        if (isKept)
        {
            Snapshot.Answers.Keep(httpContext.Request, answer);
        }

        return answer.WriteAsync(httpContext);
    }
}
