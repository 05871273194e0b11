using System.Text.Json;
using Benchr.Api.Catalogues;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Answers;

/// <summary>An answer that depends on nothing but the address and the knowledge.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableAnswer<T>(T Value, Snapshot Snapshot, DateTimeOffset Modified) : IResult
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <summary>The one address of this answer, without host and query: other spellings are answered and not kept. Null keeps any.</summary>
    public string? Address { get; init; }

    /// <summary>From when on it says something else by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var answer = new RenderedAnswer(JsonSerializer.SerializeToUtf8Bytes(Value, options), ContentType, Modified, Expires);
        if (Address is null || Address == httpContext.Request.Path.Value)
        {
            Snapshot.Answers.Keep(httpContext.Request, answer);
        }

        return answer.WriteAsync(httpContext);
    }
}
