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

        if (ErrorListing.Find(filter, snapshot, store) is not { } listing)
        {
            return QueryReader.StaleCursor();
        }

        PageLinks.Add(context, listing.NextCursor);
        return snapshot.Answer(new ErrorPage
        {
            Items = [.. listing.Page.Select(error => ErrorListItem.Of(error, listing.Highlights.GetValueOrDefault(error.Record.Id(), []), context))],
            NextCursor = listing.NextCursor,
            Total = listing.Passing.Count,
            Corrected = listing.Corrected,
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
