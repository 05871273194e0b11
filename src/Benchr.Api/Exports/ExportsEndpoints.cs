using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Changes;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Exports;

/// <summary>Everything that is known, as files.</summary>
internal static class ExportsEndpoints
{
    /// <summary>The header with the position that a file holds.</summary>
    public const string CursorHeader = "Benchr-Cursor";

    private const string Manners = " Answers conditional and range requests; `Repr-Digest` holds its SHA-256, `Benchr-Cursor` the position to follow `GET /v1/changes` from.";

    public static void AddExports(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ExportStore>();

    public static void MapExports(this WebApplication app)
    {
        var group = app.MapGroup("/v1/export").WithTags("Mirror");

        group.MapMethods("", ["GET", "HEAD"], List)
            .WithName("listExports")
            .WithSummary("The files that hold everything")
            .WithDescription("Names, sizes and SHA-256 of the files, and the position among the changes that they hold.")
            .Produces<ExportList>();

        MapFile(
            group,
            ExportStore.Names[0],
            "exportJson",
            "Everything, as one JSON document",
            "Error records, models' lifecycles and providers: the last change of each that stands.",
            file => file.Produces<ExportDocument>());
        MapFile(
            group,
            ExportStore.Names[1],
            "exportLines",
            "Everything, a document a line",
            "The items of the JSON document, one a line.",
            file => file.Produces<string>(StatusCodes.Status200OK, "application/x-ndjson"));
        MapFile(
            group,
            ExportStore.Names[2],
            "exportDatabase",
            "Everything, as a SQLite file",
            "Tables `errors`, `error_statuses`, `error_names`, `providers`, `models`, `knowledge_state`, and `errors_fts` for full-text search (FTS5).",
            file => file.Produces<byte[]>(StatusCodes.Status200OK, "application/vnd.sqlite3"));
    }

    /// <summary>Maps one file; all have the same manners.</summary>
    private static void MapFile(
        RouteGroupBuilder group, string name, string operation, string summary, string description, Func<RouteHandlerBuilder, RouteHandlerBuilder> produce) =>
        produce(group.MapMethods(name, ["GET", "HEAD"], (HttpContext context, SnapshotHolder holder, ExportStore store) => SendAsync(name, context, holder, store))
            .WithName(operation)
            .WithSummary(summary)
            .WithDescription(description + Manners))
            .WithHeaders(CursorHeader, "Repr-Digest")
            .Produces(StatusCodes.Status206PartialContent)
            .Produces<Problem>(StatusCodes.Status416RangeNotSatisfiable, "application/problem+json");

    private static CacheableAnswer<ExportList> List(HttpContext context, SnapshotHolder holder, ExportStore store)
    {
        var snapshot = holder.Current;
        var files = store.Of(snapshot);
        return snapshot.Answer(new ExportList
        {
            Catalogue = snapshot.Catalogue.Version,
            Modified = snapshot.Catalogue.Modified,
            Cursor = files.Values.First().Cursor,
            Files = [.. ExportStore.Names.Select(name => files[name]).Select(file => new ExportListItem
            {
                Name = file.Name,
                Url = $"{Links.Base(context)}/v1/export/{file.Name}",
                MediaType = file.ContentType,
                Bytes = file.Encodings[0].Bytes,
                Sha256 = Convert.ToHexStringLower(file.Encodings[0].Sha256),
            })],
        });
    }

    private static async Task SendAsync(string name, HttpContext context, SnapshotHolder holder, ExportStore store)
    {
        var snapshot = holder.Current;
        var file = store.Of(snapshot)[name];
        var encoded = Choose(file, context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = RenderedAnswer.CacheControl;
        headers.Vary = "Accept-Encoding";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(encoded.Sha256)}:";
        headers[CursorHeader] = file.Cursor;
        if (encoded.Encoding is not null)
        {
            headers.ContentEncoding = encoded.Encoding;
        }

        var result = TypedResults.PhysicalFile(
            encoded.Path,
            file.ContentType,
            file.Name,
            snapshot.Catalogue.Modified,
            new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(encoded.Sha256)}\""),
            enableRangeProcessing: true);
        await result.ExecuteAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status416RangeNotSatisfiable)
        {
            // What is sent instead is a problem and no part of a file.
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
            headers.Remove("Content-Disposition");
            headers.Remove("Content-Encoding");
        }
    }

    /// <summary>A part of a packed file is of use to nobody who did not ask for packing, so nothing is packed unasked.</summary>
    private static EncodedFile Choose(ExportFile file, HttpRequest request) => file.Encodings
        .Select(encoded => (Encoded: encoded, Quality: encoded.Encoding is null ? 0.0001 : ContentCodings.Quality(request.Headers.AcceptEncoding, encoded.Encoding)))
        .MaxBy(choice => choice.Quality).Encoded;
}

/// <summary>The files that hold everything.</summary>
public sealed record ExportList
{
    /// <summary>The version of the knowledge that they hold.</summary>
    public required string Catalogue { get; init; }

    /// <summary>When it changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The position to follow the changes from; null when nothing was ever written.</summary>
    public required string? Cursor { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<ExportListItem> Files { get; init; }
}

/// <summary>A file that holds everything.</summary>
public sealed record ExportListItem
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where to get it.</summary>
    public required string Url { get; init; }

    /// <summary>Its media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length in bytes, not packed.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of its bytes, not packed, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>Everything that is known.</summary>
public sealed record ExportDocument
{
    /// <summary>The version of the knowledge.</summary>
    public required string Catalogue { get; init; }

    /// <summary>When it changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The position to follow the changes from; null when nothing was ever written.</summary>
    public required string? Cursor { get; init; }

    /// <summary>The last change of every document that stands, by kind and id.</summary>
    public required IReadOnlyList<KnowledgeChange> Items { get; init; }
}
