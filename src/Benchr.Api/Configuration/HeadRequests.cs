using Microsoft.AspNetCore.Http.Features;

namespace Benchr.Api.Configuration;

/// <summary>HEAD is GET without the body, whatever the endpoint writes and whichever server runs it.</summary>
internal static class HeadRequests
{
    /// <summary>Drops the bodies of answers to HEAD.</summary>
    public static void UseHeadRequests(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
            }

            return next(context);
        });
}
