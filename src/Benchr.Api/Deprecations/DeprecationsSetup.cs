using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Deprecations;

/// <summary>Tells clients what is to end, in headers: <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594) and a link to what follows.</summary>
internal static class DeprecationsSetup
{
    /// <summary>So long an operation goes on at the least after it is said that it will end.</summary>
    public static readonly TimeSpan ShortestNotice = TimeSpan.FromDays(180);

    /// <summary>What is to end, by operation.</summary>
    /// <exception cref="InvalidOperationException">An entry gives less notice than was promised.</exception>
    public static IReadOnlyDictionary<string, DeprecationSettings> Read(IConfiguration configuration)
    {
        var entries = configuration.GetSection(DeprecationSettings.Section).Get<DeprecationSettings[]>() ?? [];
        return Array.Find(entries, entry => entry.Sunset - entry.Since < ShortestNotice) is { } hasty
            ? throw new InvalidOperationException($"{DeprecationSettings.Section}: {hasty.Operation} ends less than {ShortestNotice.Days} days after it is deprecated.")
            : entries.ToDictionary(entry => entry.Operation, StringComparer.Ordinal);
    }

    /// <summary>Puts the headers on the answers of what is to end.</summary>
    public static void UseDeprecations(this WebApplication app)
    {
        var deprecations = Read(app.Configuration);
        if (deprecations.Count == 0)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>() is { } operation && deprecations.TryGetValue(operation.EndpointName, out var deprecation))
            {
                var headers = context.Response.Headers;
                headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{deprecation.Since.ToUnixTimeSeconds()}");
                if (deprecation.Sunset is { } sunset)
                {
                    headers["Sunset"] = HeaderUtilities.FormatDate(sunset);
                }

                if (deprecation.Successor is { } successor)
                {
                    headers.Append("Link", $"<{successor}>; rel=\"successor-version\"");
                }
            }

            return next(context);
        });
    }
}
