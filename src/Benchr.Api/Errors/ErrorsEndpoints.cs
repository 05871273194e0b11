using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Markdown;
using Benchr.Api.OpenApi;
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
            .WithQuery(ErrorFilter.Parameters)
            .WithHeaders("Link")
            .Produces<ErrorPage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

        group.MapMethods("{provider}/{code}", ["GET", "HEAD"], Get)
            .WithName("getError")
            .WithSummary("Get one error record")
            .WithDescription("The whole record: meaning, causes, checks, fix, questions, sources. Case does not matter in the id; where a provider has two codes that differ in case only, the exact spelling finds its own. As Markdown with `Accept: text/markdown`, or with `.md` behind the code.")
            .WithPath("provider", "The provider's id.", "openai")
            .WithPath("code", "The code as the provider spells it, or an HTTP status where it has no code.", "invalid_api_key")
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

        if (ErrorSearch.Find(filter, snapshot, store, context, out problem) is not { } page)
        {
            return problem!;
        }

        return snapshot.Answer(page, link: PageLinks.Next(context, page.NextCursor));
    }

    private static IResult Get(string provider, string code, HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        var id = $"{provider}/{code}";
        if (catalogue.FindError(id) is { } error)
        {
            var address = $"/v1/errors/{error.Record.Id()}";
            return AnswerForms.Of(context.Request) == AnswerForm.Markdown
                ? Markdown(error, snapshot, address, context)
                : snapshot.Answer(ErrorDetail.Of(error, context), address, error.Modified);
        }

        // A code may end in .md itself, so the ending means Markdown only where no such code is known.
        return AnswerForms.TryCutEnding(id, out var bare) && catalogue.FindError(bare) is { } named
            ? Markdown(named, snapshot, $"/v1/errors/{named.Record.Id()}{AnswerForms.MarkdownEnding}", context)
            : Unknown(id, catalogue);
    }

    /// <summary>The answer where no record has an id.</summary>
    public static ProblemResult Unknown(string id, Catalogue catalogue)
    {
        var nearest = Nearest.To(id, catalogue.Errors.Select(item => item.Record.Id()), NearestCount);
        return new ProblemResult(
            ProblemKind.NotFound,
            nearest.Count > 0
                ? "There is no record of this id; the nearest ones are listed. A bare code is found with GET /v1/lookup?code=."
                : "There is no record of this id. A bare code is found with GET /v1/lookup?code=, a whole error with POST /v1/classify.",
            nearest: nearest);
    }

    private static CacheableContent Markdown(CataloguedError error, Snapshot snapshot, string address, HttpContext context) =>
        snapshot.Text(RecordMarkdown.Of(error, context), AnswerForms.MarkdownType, address, error.Modified);
}
