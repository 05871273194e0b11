using System.Text;
using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Pages.Layout;
using Benchr.Api.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Benchr.Api.Pages;

/// <summary>
/// A page for people: a Razor component rendered on the server. One that depends on nothing but its address and the knowledge travels as the
/// API's answers do: rendered once a snapshot, with validators, compressed.
/// </summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Content">The component that is its content.</param>
/// <param name="Parameters">What that component is given, by name.</param>
internal sealed record PageResult(PageHead Head, Type Content, Dictionary<string, object?> Parameters) : IResult
{
    private const string ContentType = "text/html; charset=utf-8";

    /// <summary>The knowledge that it comes from; null where it depends on more than that and must not be kept.</summary>
    public Snapshot? Snapshot { get; init; }

    /// <summary>The one address of this page, without host, not escaped; null for one that is not kept.</summary>
    public string? Address { get; init; }

    /// <summary>When what it says changed last; the whole knowledge's last change when left out.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>From when on it says something else by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>A page of the knowledge.</summary>
    /// <param name="snapshot">The knowledge.</param>
    /// <param name="head">What it says about itself.</param>
    /// <param name="address">Its one address, without host and query, not escaped.</param>
    /// <param name="parameters">What its component is given.</param>
    /// <param name="modified">When what it says changed last; the whole knowledge's last change when left out.</param>
    /// <param name="expires">From when on it says something else by itself; never when left out.</param>
    public static PageResult Of<TContent>(
        Snapshot snapshot, PageHead head, string address, Dictionary<string, object?>? parameters = null, DateTimeOffset? modified = null, DateTimeOffset? expires = null)
        where TContent : IComponent =>
        new(head, typeof(TContent), parameters ?? []) { Snapshot = snapshot, Address = address, Modified = modified, Expires = expires };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = Encoding.UTF8.GetBytes(await RenderAsync(httpContext));
        if (Snapshot is not null)
        {
            await new CacheableContent(html, ContentType, Snapshot, Modified ?? Snapshot.Catalogue.Modified) { Address = Address, Expires = Expires }
                .ExecuteAsync(httpContext);
            return;
        }

        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = html.Length;
        await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
    }

    private async Task<string> RenderAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var snapshot = Snapshot ?? services.GetRequiredService<SnapshotHolder>().CurrentIfLoaded;
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Document.Site)] = new Site(Links.Base(context), snapshot?.Catalogue, snapshot?.Prose ?? new Prose()),
            [nameof(Document.Head)] = Head,
            [nameof(Document.Content)] = Content,
            [nameof(Document.Parameters)] = Parameters,
            [nameof(Document.Path)] = context.Request.Path.Value ?? "/",
        });
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Document>(parameters)).ToHtmlString());
    }
}
