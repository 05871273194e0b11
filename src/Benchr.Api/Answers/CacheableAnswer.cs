using System.Text.Json;
using Benchr.Api.Catalogues;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Answers;

/// <summary>An answer in JSON that depends on nothing but the address and the knowledge.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableAnswer<T>(T Value, Snapshot Snapshot, DateTimeOffset Modified) : IResult
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <inheritdoc cref="CacheableContent.Address"/>
    public string? Address { get; init; }

    /// <inheritdoc cref="CacheableContent.Expires"/>
    public DateTimeOffset? Expires { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new CacheableContent(JsonSerializer.SerializeToUtf8Bytes(Value, options), ContentType, Snapshot, Modified) { Address = Address, Expires = Expires }
            .ExecuteAsync(httpContext);
    }
}
