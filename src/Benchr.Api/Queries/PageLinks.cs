using Benchr.Api.Problems;
using Microsoft.AspNetCore.Http.Extensions;

namespace Benchr.Api.Queries;

/// <summary>Tells the next page in a header too, for clients that follow links (RFC 8288).</summary>
internal static class PageLinks
{
    /// <summary>The link, as the header holds it; null on the last page.</summary>
    public static string? Next(HttpContext context, string? nextCursor)
    {
        if (nextCursor is null)
        {
            return null;
        }

        var query = new QueryBuilder(context.Request.Query
            .Where(parameter => !parameter.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? ""))))
        {
            { "cursor", nextCursor },
        };
        return $"<{Links.Base(context)}{context.Request.Path}{query.ToQueryString()}>; rel=\"next\"";
    }
}
