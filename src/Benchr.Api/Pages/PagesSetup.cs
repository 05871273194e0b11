using Benchr.Api.Pages.Assets;
using Benchr.Api.Pages.Docs;
using Benchr.Api.Pages.Errors;
using Benchr.Api.Pages.Home;
using Benchr.Api.Pages.Models;
using Benchr.Api.Pages.Providers;

namespace Benchr.Api.Pages;

/// <summary>The pages for people: what a browser may do on them, and where they are.</summary>
internal static class PagesSetup
{
    /// <summary>Everything comes from this host, nothing stands in the markup but data, and nobody frames a page.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Tells browsers the policy on every address that may answer with a page.</summary>
    public static void UsePages(this WebApplication app) => app.Use((context, next) =>
    {
        if (Addresses.IsPage(context.Request.Path))
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        return next(context);
    });

    /// <summary>Maps all pages; they are no part of the API's description.</summary>
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapHomePage();
        pages.MapErrorPages();
        pages.MapProviderPages();
        pages.MapModelPages();
        pages.MapDocsPage();
        pages.MapAssets();
    }
}
