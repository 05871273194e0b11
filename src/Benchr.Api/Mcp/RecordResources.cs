using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Markdown;
using Benchr.Api.Providers;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>Providers and records as resources: Markdown, listed in pages, providers first.</summary>
internal static class RecordResources
{
    private const int ItemsOfPage = 100;
    private const string CursorKey = "resources";

    public static ValueTask<ListResourceTemplatesResult> TemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellation) =>
        ValueTask.FromResult(new ListResourceTemplatesResult
        {
            ResourceTemplates =
            [
                Template(ResourceAddresses.Errors, "error", "Error record", "One whole error record: meaning, causes, checks, fix, sources."),
                Template(ResourceAddresses.Providers, "provider", "Provider", "How a provider's errors look, and its records."),
            ],
        });

    public static ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellation)
    {
        var after = request.Params?.Cursor is { } cursor
            ? Cursor.Read(cursor, CursorKey) ?? throw new McpProtocolException("cursor was not made by this list; leave it out to begin at the first page.", McpErrorCode.InvalidParams)
            : null;
        var all = All(SnapshotOf(request).Catalogue).ToList();
        var begin = after is null ? 0 : all.FindIndex(resource => resource.Uri == after) + 1;
        var page = all.Skip(begin).Take(ItemsOfPage).ToList();
        return ValueTask.FromResult(new ListResourcesResult
        {
            Resources = page,
            NextCursor = begin + page.Count < all.Count ? Cursor.After(page[^1].Uri, CursorKey) : null,
        });
    }

    public static ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellation)
    {
        var (snapshot, address) = (SnapshotOf(request), request.Params.Uri);
        var catalogue = snapshot.Catalogue;
        var context = request.Services!.GetRequiredService<ToolAnswers>().Context;
        var markdown = ResourceAddresses.ErrorIn(address) is { } id && catalogue.FindError(id) is { } error ? RecordMarkdown.Of(error, context)
            : ResourceAddresses.ProviderIn(address) is { } name && catalogue.FindProvider(name) is { } provider
                ? ProviderMarkdown.Of(ProvidersEndpoints.DetailOf(provider, snapshot, context))
                : throw new McpProtocolException(Missing(address, catalogue, request), McpErrorCode.ResourceNotFound);
        return ValueTask.FromResult(new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = address, MimeType = ResourceAddresses.MediaType, Text = markdown }],
        });
    }

    private static IEnumerable<Resource> All(Catalogue catalogue) =>
        catalogue.Providers
            .Select(provider => Of(ResourceAddresses.OfProvider(provider.Id), provider.Id, provider.Name, provider.Summary))
            .Concat(catalogue.Errors.Select(error => error.Record)
                .Select(record => Of(ResourceAddresses.OfError(record.Provider, record.Code), record.Id(), record.Title, record.Summary)));

    private static string Missing(string address, Catalogue catalogue, RequestContext<ReadResourceRequestParams> request) =>
        ResourceAddresses.ErrorIn(address) is { } id
            ? request.Services!.GetRequiredService<ToolAnswers>().TextOf(ErrorsEndpoints.Unknown(id, catalogue), "uri")
            : $"uri must be {ResourceAddresses.Errors} or {ResourceAddresses.Providers} of something that resources/list names.";

    private static Resource Of(string address, string name, string title, string description) =>
        new() { Uri = address, Name = name, Title = title, Description = description, MimeType = ResourceAddresses.MediaType };

    private static ResourceTemplate Template(string address, string name, string title, string description) =>
        new() { UriTemplate = address, Name = name, Title = title, Description = description, MimeType = ResourceAddresses.MediaType };

    private static Snapshot SnapshotOf<T>(RequestContext<T> request) => request.Services!.GetRequiredService<SnapshotHolder>().Current;
}
