namespace Benchr.Api.Problems;

/// <summary>What browsers are told of every answer.</summary>
internal static class SecurityHeaders
{
    /// <summary>Answers are data; a browser that shows one as a page runs and loads nothing.</summary>
    private const string PolicyOfData = "default-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            if (context.Request.Path.StartsWithSegments("/v1"))
            {
                headers.ContentSecurityPolicy = PolicyOfData;
            }

            return next(context);
        });
}
