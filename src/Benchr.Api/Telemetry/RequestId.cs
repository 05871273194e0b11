using System.Buffers;
using Benchr.Api.Catalogues;

namespace Benchr.Api.Telemetry;

/// <summary>One id a request, the caller's own where it sends one, told in the answer, in problems and in the log.</summary>
internal static class RequestId
{
    /// <summary>The header, of request and answer.</summary>
    public const string Header = "X-Request-Id";

    private const int LongestId = 64;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");

    /// <summary>Takes or makes the id. One that looks like a key is not taken, since ids are logged.</summary>
    public static void UseRequestIds(this WebApplication app)
    {
        var holder = app.Services.GetRequiredService<SnapshotHolder>();
        app.Use((context, next) =>
        {
            if (context.Request.Headers[Header] is [{ Length: > 0 and <= LongestId } told]
                && !told.AsSpan().ContainsAnyExcept(Characters)
                && holder.CurrentIfLoaded?.Engine.HoldsSecret(told) == false)
            {
                context.TraceIdentifier = told;
            }

            context.Response.Headers[Header] = context.TraceIdentifier;
            return next(context);
        });
    }
}
