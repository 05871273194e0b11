using System.Globalization;
using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Storage;
using Microsoft.AspNetCore.Http.Extensions;

namespace Benchr.Api.Changes;

/// <summary>What was added, changed and withdrawn, for those who mirror the knowledge or watch it.</summary>
internal static class ChangesEndpoints
{
    /// <summary>Most changes of a page.</summary>
    private const int MostChanges = 500;

    private const int DefaultChanges = 100;
    private const int LongestSince = 40;
    private const int ChangesInFeed = 100;

    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        new("since", "Where to go on: the `nextCursor` or `cursor` of an earlier answer, a day (`2026-01-31`) or an instant (`2026-01-31T12:00:00Z`); from the beginning when left out.", typeof(string)) { MaximumLength = LongestSince, Example = "2026-01-31" },
        QueryParameter.Limit(MostChanges, DefaultChanges),
    ];

    public static void MapChanges(this WebApplication app)
    {
        app.MapMethods("/v1/changes", ["GET", "HEAD"], List)
            .WithTags("Mirror")
            .WithName("listChanges")
            .WithSummary("What changed since")
            .WithDescription(
                "Every change of an error record, provider or model's lifecycle in the order in which it was made, each with the whole document after it. "
                + "Begin with an export and its `cursor`, or without `since` at the first change; then send `nextCursor` as `since`, again and again. "
                + "Whoever applies them in order holds what the export holds.")
            .WithQuery(Parameters)
            .WithHeaders("Link")
            .Produces<ChangePage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

        app.MapMethods("/v1/changes.atom", ["GET", "HEAD"], Feed)
            .WithTags("Mirror")
            .WithName("getChangesFeed")
            .WithSummary("What changed, as an Atom feed")
            .WithDescription($"The last {ChangesInFeed} changes, latest first, for feed readers.")
            .Produces<string>(StatusCodes.Status200OK, ChangesFeed.ContentType);
    }

    private static IResult List(HttpContext context, SnapshotHolder holder, KnowledgeStore store)
    {
        var snapshot = holder.Current;
        var until = snapshot.Catalogue.Sequence;
        var reader = new QueryReader(context.Request.Query, Parameters);
        var limit = reader.Number("limit", 1, MostChanges) ?? DefaultChanges;
        var since = reader.Text("since", LongestSince);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        if (PositionOf(since, store, until) is not { } position)
        {
            return new ProblemResult(
                ProblemKind.InvalidCursor,
                "since is no position of this database; if it was one once, the database was made anew: begin again with an export.",
                [new FieldProblem("since", "must be the nextCursor of an earlier answer, a day such as 2026-01-31, or an instant such as 2026-01-31T12:00:00Z")]);
        }

        var changes = store.ChangesAfter(position, until, limit);
        var hasMore = changes.Count > 0 && changes[^1].Sequence < until;
        var next = changes.Count > 0 ? ChangeCursor.Behind(changes[^1]) : ChangeCursor.OfCatalogue(store, until);
        return new CacheableContent(ChangeJson.WritePage(changes, next, hasMore), "application/json; charset=utf-8", snapshot, snapshot.Catalogue.Modified)
        {
            Link = hasMore
                ? $"<{Links.Base(context)}/v1/changes{new QueryBuilder { { "since", next! }, { "limit", limit.ToString(CultureInfo.InvariantCulture) } }.ToQueryString()}>; rel=\"next\""
                : null,
        };
    }

    private static CacheableContent Feed(HttpContext context, SnapshotHolder holder, KnowledgeStore store)
    {
        var snapshot = holder.Current;
        var changes = store.LatestChanges(snapshot.Catalogue.Sequence, ChangesInFeed);
        return new CacheableContent(ChangesFeed.Write(changes, snapshot.Catalogue, Links.Base(context)), ChangesFeed.ContentType + "; charset=utf-8", snapshot, snapshot.Catalogue.Modified);
    }

    /// <summary>The change to go on behind; null when the text is nothing of the kind.</summary>
    private static long? PositionOf(string? since, KnowledgeStore store, long until)
    {
        if (since is null)
        {
            return 0;
        }

        if (DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return store.PositionBefore(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        }

        return since.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? store.PositionBefore(instant)
                : ChangeCursor.Read(since, store, until);
    }
}
