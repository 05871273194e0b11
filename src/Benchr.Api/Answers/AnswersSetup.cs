using Benchr.Api.Catalogues;

namespace Benchr.Api.Answers;

/// <summary>How answers travel: from the cache, across origins, and with what browsers need to know.</summary>
internal static class AnswersSetup
{
    private static readonly string[] ReadableHeaders =
        [CatalogueSetup.Header, "ETag", "Last-Modified", "Link", "Retry-After", "Deprecation", "Sunset", "RateLimit", "RateLimit-Policy", "X-Request-Id", "Content-Disposition", "Repr-Digest", Exports.ExportsEndpoints.CursorHeader];

    private static readonly string ReadableHeadersText = string.Join(',', ReadableHeaders);

    /// <summary>
    /// Tells every caller that pages of any origin may read an answer: a shared cache keeps one for all, and what a program asked for
    /// first must do for a page as well.
    /// </summary>
    public static void UseOpenAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = ReadableHeadersText;
        return next(context);
    });

    /// <summary>Lets pages of any origin read and classify; no answer depends on who asks, so no credentials are taken.</summary>
    public static void AddAnswers(this WebApplicationBuilder builder) =>
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods("GET", "HEAD", "POST")
            .WithHeaders("Content-Type", "Accept", "If-None-Match", "If-Modified-Since", "Range", "If-Range", "X-Request-Id", "Traceparent", "Mcp-Protocol-Version", "Mcp-Method", "Mcp-Name")
            .WithExposedHeaders(ReadableHeaders)
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));

    /// <summary>Answers from the cache what was answered before.</summary>
    public static void UseAnswers(this WebApplication app)
    {
        var holder = app.Services.GetRequiredService<SnapshotHolder>();
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.UseWhen(context => context.Request.Headers.Origin.Count > 0, fromPage => fromPage.UseCors());
        app.Use((context, next) =>
            (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && holder.CurrentIfLoaded?.Answers.Find(context.Request, time.GetUtcNow()) is { } answer
                ? answer.WriteAsync(context)
                : next(context));
    }
}
