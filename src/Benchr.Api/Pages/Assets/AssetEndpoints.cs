using System.Xml.Linq;
using Benchr.Api.Catalogues;
using Benchr.Api.Problems;

namespace Benchr.Api.Pages.Assets;

/// <summary>What pages load, and what search engines ask for.</summary>
internal static class AssetEndpoints
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Lists = ["/", "/errors", "/providers", "/models", "/docs"];
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapAssets(this RouteGroupBuilder pages)
    {
        // The version is only for caches; an old one gets what there is now, which is what a page left open needs.
        pages.MapMethods("/assets/{version}/{file}", Methods, (string version, string file, HttpContext context) => SendAsync(file, context));
        pages.MapMethods("/favicon.ico", Methods, (HttpContext context) => SendAsync("favicon.ico", context));
        pages.MapMethods("/robots.txt", Methods, (HttpContext context, SnapshotHolder holder) =>
            holder.Current.Text($"User-agent: *\nAllow: /\n\nSitemap: {Links.Base(context)}/sitemap.xml\n", "text/plain; charset=utf-8", "/robots.txt"));
        pages.MapMethods("/sitemap.xml", Methods, (HttpContext context, SnapshotHolder holder) =>
            holder.Current.Text(Sitemap(holder.Current, Links.Base(context)), "application/xml; charset=utf-8", "/sitemap.xml"));
    }

    private static Task SendAsync(string file, HttpContext context) =>
        AssetStore.Find(file) is { } answer
            ? answer.WriteAsync(context)
            : new ProblemResult(ProblemKind.RouteNotFound, "There is no such file.").ExecuteAsync(context);

    private static string Sitemap(Snapshot snapshot, string host)
    {
        var catalogue = snapshot.Catalogue;
        var changed = catalogue.Errors.GroupBy(error => error.Record.Provider).ToDictionary(group => group.Key, group => group.Max(error => error.Modified));
        XElement Entry(string path, DateTimeOffset modified) => new(
            Sitemaps + "url", new XElement(Sitemaps + "loc", host + path), new XElement(Sitemaps + "lastmod", Words.Iso(DateOnly.FromDateTime(modified.UtcDateTime))));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + new XElement(
            Sitemaps + "urlset",
            Lists.Select(path => Entry(path, catalogue.Modified)),
            catalogue.Providers.Select(provider => Entry(Addresses.Provider(provider.Id), changed.GetValueOrDefault(provider.Id, catalogue.Modified))),
            catalogue.Errors.Select(error => Entry(Addresses.Of(error.Record), error.Modified)));
    }
}
