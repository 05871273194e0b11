using System.Net;
using Benchr.Api.Classify;
using Benchr.Api.Configuration;
using Benchr.Api.Problems;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Mcp;

/// <summary>Turns away what the protocol's endpoint should not have to read.</summary>
internal static class McpGuard
{
    public static void UseMcpGuard(this WebApplication app)
    {
        var publicHost = Uri.TryCreate(app.Services.GetRequiredService<IOptions<BenchrSettings>>().Value.PublicUrl, UriKind.Absolute, out var address) ? address.Host : null;
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(McpSetup.Address))
            {
                return next(context);
            }

            if (context.Request.ContentLength > PasteLimits.LongestRequest)
            {
                return PasteLimits.TooLarge().ExecuteAsync(context);
            }

            return IsRebound(context, publicHost)
                ? new ProblemResult(
                    ProblemKind.BadRequest,
                    "A page of another host reached a service on its own machine. If the service is meant to be public behind a proxy, set BENCHR_PUBLIC_URL to its address.").ExecuteAsync(context)
                : CallAsync(context, next);
        });
    }

    /// <summary>Lets a call through; a body that did not say how long it is shows it while it is read.</summary>
    private static async Task CallAsync(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<CallingRequest>().Context = context;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await PasteLimits.TooLarge().ExecuteAsync(context);
        }
    }

    /// <summary>
    /// Whether a browser was led to this machine under a foreign name (DNS rebinding): pages of any origin may use a public service,
    /// but one that runs on somebody's own machine is reached under the machine's own names.
    /// </summary>
    private static bool IsRebound(HttpContext context, string? publicHost) =>
        context.Request.Headers.Origin.Count > 0
        && context.Connection.RemoteIpAddress is { } client && IPAddress.IsLoopback(client)
        && context.Request.Host.Host is var host
        && !host.Equals(publicHost, StringComparison.OrdinalIgnoreCase)
        && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        && !(IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named));
}
