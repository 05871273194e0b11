using Benchr.Api.Catalogues;

namespace Benchr.Api.Llms;

/// <summary>What this service is and knows, for language models (llmstxt.org).</summary>
internal static class LlmsEndpoints
{
    /// <summary>Text that browsers show rather than save.</summary>
    private const string ContentType = "text/plain; charset=utf-8";

    public static void MapLlms(this WebApplication app)
    {
        Map(app, "/llms.txt", LlmsText.Short);
        Map(app, "/llms-full.txt", LlmsText.Full);
    }

    private static void Map(WebApplication app, string address, Func<Snapshot, HttpContext, string> text) =>
        app.MapMethods(address, ["GET", "HEAD"], (HttpContext context, SnapshotHolder holder) =>
            {
                var snapshot = holder.Current;
                return snapshot.Text(text(snapshot, context), ContentType, address);
            })
            .ExcludeFromDescription();
}
