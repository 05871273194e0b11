using Benchr.Api.Catalogues;

namespace Benchr.Api.Pages.Docs;

/// <summary>The API, explained to people.</summary>
internal static class DocsPages
{
    public static void MapDocsPage(this RouteGroupBuilder pages) => pages.MapMethods("/docs", ["GET", "HEAD"], (SnapshotHolder holder) => PageResult.Of<DocsPage>(
        holder.Current,
        new PageHead("The Benchr API", "Diagnose errors of LLM APIs by program: endpoints, parameters and curl examples.", "/docs") { Scripts = ["code.js"] },
        "/docs"));
}
