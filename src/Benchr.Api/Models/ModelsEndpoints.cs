using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Models;

/// <summary>When models end, and what replaces them.</summary>
internal static class ModelsEndpoints
{
    /// <summary>Longest name of a model for which the nearest ones are looked up, in characters.</summary>
    public const int LongestId = 160;

    private const int NearestCount = 5;

    private static readonly IReadOnlyList<QueryParameter> CalendarParameters = [QueryParameter.Provider("platform", "Models as this provider serves them; of all when left out.")];

    public static void MapModels(this WebApplication app)
    {
        var group = app.MapGroup("/v1/models").WithTags("Reference");

        group.MapMethods("", ["GET", "HEAD"], List)
            .WithName("listModels")
            .WithSummary("List models that end")
            .WithDescription("Lifecycles of models by id and platform: deprecation, retirement and replacement.")
            .WithQuery(ModelFilter.Parameters)
            .WithHeaders("Link")
            .Produces<ModelPage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

        // Ids hold slashes and colons, so all that follows is the id.
        group.MapMethods("{**id}", ["GET", "HEAD"], Get)
            .WithName("getModel")
            .WithSummary("Get one model")
            .WithDescription("The lifecycles of a model on every platform where they are known; ignoring case, by id or another spelling.")
            .WithPath("id", "The model's id or another spelling; slashes stay as they are.", "gpt-4-0314")
            .Produces<ModelDetail>()
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");

        app.MapMethods("/v1/models.ics", ["GET", "HEAD"], GetCalendar)
            .WithTags("Reference")
            .WithName("getRetirementCalendar")
            .WithSummary("The days on which models end, as a calendar")
            .WithDescription("An iCalendar to subscribe to: a day for each model with a published retirement, tentative where the day is only the earliest possible.")
            .WithQuery(CalendarParameters)
            .Produces<string>(StatusCodes.Status200OK, RetirementCalendar.ContentType)
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");
    }

    private static IResult GetCalendar(HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var reader = new QueryReader(context.Request.Query, CalendarParameters);
        var platform = reader.Provider("platform", snapshot.Catalogue);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var models = snapshot.Catalogue.Models.Where(model => model.Model.Retirement is not null && (platform is null || model.Platform == platform.Id));
        return new CacheableContent(
            RetirementCalendar.Write(models, snapshot.Catalogue, Links.Base(context)), RetirementCalendar.ContentType + "; charset=utf-8", snapshot, snapshot.Catalogue.Modified);
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
        var answer = new ModelPage
        {
            Items = [.. listing.Page.Select(model => ModelLifecycleAnswer.Of(model, today, context))],
            NextCursor = listing.NextCursor,
            Total = listing.Total,
        };
        return snapshot.Answer(answer, modified: ModelListing.StatusSince(snapshot, today), expires: ModelListing.EndOf(today), link: PageLinks.Next(context, listing.NextCursor));
    }

    private static IResult Get(string id, HttpContext context, SnapshotHolder holder, TimeProvider time)
    {
        var snapshot = holder.Current;
        var today = ModelListing.Today(time);
        return Find(Uri.UnescapeDataString(id), snapshot.Catalogue, today, context, out var problem) is { } answer
            ? snapshot.Answer(answer, $"/v1/models/{answer.Id}", ModelListing.StatusSince(snapshot, today), ModelListing.EndOf(today))
            : problem!;
    }

    /// <summary>A model by one of its names.</summary>
    /// <returns>The model, or null and what is nearest to the name.</returns>
    public static ModelDetail? Find(string id, Catalogue catalogue, DateOnly today, HttpContext context, out ProblemResult? problem)
    {
        problem = null;
        if (catalogue.FindModel(id) is { Count: > 0 } found)
        {
            return new ModelDetail
            {
                Id = found[0].Model.Id,
                Lifecycles = [.. found.Select(model => ModelLifecycleAnswer.Of(model, today, context))],
            };
        }

        var nearest = id.Length <= LongestId ? Nearest.To(id, catalogue.Models.Select(model => model.Model.Id).Distinct(), NearestCount) : [];
        problem = new ProblemResult(
            ProblemKind.NotFound,
            "Nothing is known about the end of a model of this id, which is no sign that it exists or goes on; GET /v1/models lists those that are known.",
            nearest: nearest);
        return null;
    }
}
