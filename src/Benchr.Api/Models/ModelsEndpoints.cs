using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Models;

/// <summary>When models end, and what replaces them.</summary>
internal static class ModelsEndpoints
{
    private const int LongestId = 160;
    private const int NearestCount = 5;

    public static void MapModels(this WebApplication app)
    {
        var group = app.MapGroup("/v1/models").WithTags("Reference");

        group.MapMethods("", ["GET", "HEAD"], List)
            .WithName("listModels")
            .WithSummary("List models that end")
            .WithDescription("Lifecycles of models by id and platform: deprecation, retirement and replacement. Parameters: `platform`, `status` (active, deprecated, retired), `retiresBefore` and `retiresAfter` (days), `q` (part of a name), `limit`, `cursor`.")
            .Produces<ModelPage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

        // Ids hold slashes and colons, so all that follows is the id.
        group.MapMethods("{**id}", ["GET", "HEAD"], Get)
            .WithName("getModel")
            .WithSummary("Get one model")
            .WithDescription("The lifecycles of a model on every platform where they are known; ignoring case, by id or another spelling.")
            .Produces<ModelDetail>()
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static IResult List(HttpContext context, SnapshotHolder holder, TimeProvider time)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        if (ModelFilter.Parse(context.Request.Query, catalogue, out var problem) is not { } filter)
        {
            return problem!;
        }

        var today = ModelListing.Today(time);
        var listing = ModelListing.Find(filter, catalogue, today);
        PageLinks.Add(context, listing.NextCursor);
        var answer = new ModelPage
        {
            Items = [.. listing.Page.Select(model => ModelLifecycleAnswer.Of(model, today, context))],
            NextCursor = listing.NextCursor,
            Total = listing.Total,
        };
        return snapshot.Answer(answer, modified: ModelListing.StatusSince(snapshot, today), expires: ModelListing.EndOf(today));
    }

    private static IResult Get(string id, HttpContext context, SnapshotHolder holder, TimeProvider time)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        id = Uri.UnescapeDataString(id);
        if (catalogue.FindModel(id) is { Count: > 0 } found)
        {
            var today = ModelListing.Today(time);
            var answer = new ModelDetail
            {
                Id = found[0].Model.Id,
                Lifecycles = [.. found.Select(model => ModelLifecycleAnswer.Of(model, today, context))],
            };
            return snapshot.Answer(answer, $"/v1/models/{found[0].Model.Id}", ModelListing.StatusSince(snapshot, today), ModelListing.EndOf(today));
        }

        var nearest = id.Length <= LongestId ? Nearest.To(id, catalogue.Models.Select(model => model.Model.Id).Distinct(), NearestCount) : [];
        return new ProblemResult(
            ProblemKind.NotFound,
            "Nothing is known about the end of a model of this id, which is no sign that it exists or goes on; GET /v1/models lists those that are known.",
            nearest: nearest);
    }
}
