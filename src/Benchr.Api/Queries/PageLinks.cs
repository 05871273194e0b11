using Benchr.Api.Problems;
using Microsoft.AspNetCore.Http.Extensions;

namespace Benchr.Api.Queries;

/// <summary>Tells the next page in a header too, for clients that follow links (RFC 8288).</summary>
internal static class PageLinks
{
    /// <summary>Adds the link, if there is a next page.</summary>
    public static void Add(HttpContext context, string? nextCursor)
    {
        if (nextCursor is null)
        {
            return;
        }

        var query = new QueryBuilder(context.Request.Query
            .Where(parameter => !parameter.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? ""))))
        {
            { "cursor", nextCursor },
        };
        context.Response.Headers.Link = $"<{Links.Base(context)}{context.Request.Path}{query.ToQueryString()}>; rel=\"next\"";
    }
}
