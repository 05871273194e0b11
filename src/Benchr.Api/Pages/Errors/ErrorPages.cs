using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Pages.Guide;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using Benchr.Storage;

namespace Benchr.Api.Pages.Errors;

/// <summary>All errors, and each on a page of its own.</summary>
internal static class ErrorPages
{
    private const int NearestCount = 5;

    public static void MapErrorPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/errors", ["GET", "HEAD"], List);
        pages.MapMethods("/errors/{provider}/{code}", ["GET", "HEAD"], Get);
        pages.MapMethods("/errors/{provider}", ["GET", "HEAD"], (string provider) => TypedResults.Redirect(Addresses.Provider(provider), permanent: true));
    }

    private static IResult List(HttpContext context, SnapshotHolder holder, KnowledgeStore store)
    {
        var snapshot = holder.Current;
        var query = FormQuery.WithoutEmpty(context.Request.Query);
        if (ErrorFilter.Parse(query, snapshot.Catalogue, out var problem) is not { } filter)
        {
            return problem!;
        }

        if (ErrorListing.Find(filter, snapshot, store) is not { } listing)
        {
            return QueryReader.StaleCursor();
        }

        var head = new PageHead("All LLM API errors", "Errors of LLM APIs, gateways, proxies and the network under them: what each means, its causes, and how to fix it.", "/errors")
        {
            Scripts = ["search.js"],
            IsUnlisted = query.Count > 0,
        };
        return PageResult.Of<ErrorsPage>(snapshot, head, "/errors", new() { [nameof(ErrorsPage.List)] = ErrorList.Of(filter, listing, query) });
    }

    private static IResult Get(string provider, string code, HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        var id = $"{provider}/{code}";
        if (catalogue.FindError(id) is not { Record: var record } error)
        {
            return new ProblemResult(
                ProblemKind.NotFound,
                "There is no record of this id. Search for its words, or paste the whole error to have it diagnosed.",
                nearest: Nearest.To(id, catalogue.Errors.Select(item => item.Record.Id()), NearestCount));
        }

        if (record.Id() != id)
        {
            return TypedResults.Redirect(Addresses.Of(record), permanent: true);
        }

        var state = GuideState.Of(context.Request.Query, record, snapshot.Guided);
        var head = new PageHead(RecordData.TitleOf(record, catalogue), Prose.Plain(record.Summary), Addresses.Of(record))
        {
            Scripts = ["code.js", "guide.js"],
            IsUnlisted = !state.IsBegin,
            StructuredData = RecordData.Of(error, catalogue, Links.Base(context)),
            Published = RecordData.PublishedOn(error),
        };
        return PageResult.Of<RecordPage>(snapshot, head, $"/errors/{id}", new() { [nameof(RecordPage.Error)] = error, [nameof(RecordPage.State)] = state }, error.Modified);
    }
}
