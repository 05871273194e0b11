using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using Benchr.Storage;

namespace Benchr.Api.Errors;

/// <summary>Error records: the list, and each whole.</summary>
internal static class ErrorsEndpoints
{
    private const int NearestCount = 5;

    /// <summary>How much better a match counts for each point of its provider's prior: where many match alike, most people mean the one others copy.</summary>
    private const double MoreOfPrior = 0.2;

    public static void MapErrors(this WebApplication app)
    {
        var group = app.MapGroup("/v1/errors").WithTags("Errors");

        group.MapMethods("", ["GET", "HEAD"], List)
            .WithName("listErrors")
            .WithSummary("List error records")
            .WithDescription("Lists error records by id, narrowed by any of the filters; with `q`, a few words in any order, by how well they match, beginnings of words and small slips included. Send `nextCursor` as `cursor`, with the same filters, for the next page.")
            .Produces<ErrorPage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

        group.MapMethods("{provider}/{code}", ["GET", "HEAD"], Get)
            .WithName("getError")
            .WithSummary("Get one error record")
            .WithDescription("The whole record: meaning, causes, checks, fix, questions, sources. Case does not matter in the id; where a provider has two codes that differ in case only, the exact spelling finds its own.")
            .Produces<ErrorDetail>()
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static IResult List(HttpContext context, SnapshotHolder holder, KnowledgeStore store)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        if (ErrorFilter.Parse(context.Request.Query, catalogue, out var problem) is not { } filter)
        {
            return problem!;
        }

        return filter.Query is null ? ById(filter, snapshot, context) : ByWords(filter, snapshot, store, context);
    }

    private static CacheableAnswer<ErrorPage> ById(ErrorFilter filter, Snapshot snapshot, HttpContext context)
    {
        var catalogue = snapshot.Catalogue;
        var passing = catalogue.Errors.Where(error => filter.Passes(error.Record)).ToList();
        var rest = passing.Where(error => filter.After is null || string.CompareOrdinal(error.Record.Id(), filter.After) > 0).ToList();
        var page = rest.Take(filter.Limit).ToList();
        var next = rest.Count > page.Count ? Cursor.After(page[^1].Record.Id(), filter.Key) : null;
        PageLinks.Add(context, next);
        return snapshot.Answer(new ErrorPage
        {
            Items = [.. page.Select(error => ErrorListItem.Of(error, [], context))],
            NextCursor = next,
            Total = passing.Count,
        });
    }

    private static IResult ByWords(ErrorFilter filter, Snapshot snapshot, KnowledgeStore store, HttpContext context)
    {
        var catalogue = snapshot.Catalogue;
        var found = store.Search(filter.Query!);
        var passing = found.Hits
            .Select(hit => (Error: catalogue.FindError(hit.Id), hit.Score))
            .Where(hit => hit.Error is not null && filter.Passes(hit.Error.Record))
            .OrderByDescending(hit => hit.Score * (1 + (MoreOfPrior * (catalogue.FindProvider(hit.Error!.Record.Provider)?.Prior ?? 0))))
            .Select(hit => hit.Error!)
            .ToList();
        var begin = filter.After is null ? 0 : passing.FindIndex(error => error.Record.Id() == filter.After) + 1;
        if (begin == 0 && filter.After is not null)
        {
            return QueryReader.StaleCursor();
        }

        var page = passing.Skip(begin).Take(filter.Limit).ToList();
        var highlights = store.Highlights(found, [.. page.Select(error => error.Record.Id())]);
        var next = passing.Count > begin + page.Count ? Cursor.After(page[^1].Record.Id(), filter.Key) : null;
        PageLinks.Add(context, next);
        return snapshot.Answer(new ErrorPage
        {
            Items = [.. page.Select(error => ErrorListItem.Of(error, highlights.GetValueOrDefault(error.Record.Id(), []), context))],
            NextCursor = next,
            Total = passing.Count,
            Corrected = found.Corrected,
        });
    }

    private static IResult Get(string provider, string code, HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        var id = $"{provider}/{code}";
        if (catalogue.FindError(id) is { } error)
        {
            return snapshot.Answer(ErrorDetail.Of(error, context), $"/v1/errors/{error.Record.Id()}", error.Modified);
        }

        return UnknownError(id, catalogue);
    }

    /// <summary>The answer to an id of which there is no record.</summary>
    public static ProblemResult UnknownError(string id, Catalogue catalogue)
    {
        var nearest = Nearest.To(id, catalogue.Errors.Select(item => item.Record.Id()), NearestCount);
        return new ProblemResult(
            ProblemKind.NotFound,
            nearest.Count > 0
                ? "There is no record of this id; the nearest ones are listed. A bare code is found with GET /v1/lookup?code=."
                : "There is no record of this id. A bare code is found with GET /v1/lookup?code=, a whole error with POST /v1/classify.",
            nearest: nearest);
    }
}
