using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Markdown;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Diagnosis;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Classify;

/// <summary>Paste in, diagnosis out.</summary>
internal static class ClassifyEndpoints
{
    private const string ProblemType = "application/problem+json";

    private static readonly ClassifyRules Rules = new();

    public static void MapClassify(this WebApplication app) =>
        app.MapPost("/v1/classify", ClassifyAsync)
            .WithTags("Diagnosis")
            .WithName("classifyError")
            .WithSummary("Diagnose a pasted error")
            .WithDescription(
                "Send what you got when a call to an LLM API failed, in whatever shape: a body, `curl -i` output, a traceback, a log line, a page. "
                + "As `application/json` in the member `body`, or bare as `text/plain` (then `provider` and `status` may stand in the query). "
                + "At most 262144 bytes of UTF-8. Secrets are masked before anything else is done; the text is neither stored nor logged. "
                + "With `Accept: text/markdown` the answer is Markdown, the short of it first.")
            .WithQuery(
                QueryParameter.Provider("provider", "With a bare paste: the provider that was called."),
                new QueryParameter("status", "With a bare paste: the HTTP status.", typeof(int)) { Minimum = 100, Maximum = 599 })
            .Accepts<ClassifyRequest>("application/json", "text/plain")
            .Produces<ClassifyAnswer>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, ProblemType)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, ProblemType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, ProblemType)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, ProblemType);

    private static async Task<IResult> ClassifyAsync(HttpContext context, SnapshotHolder holder, IOptions<JsonOptions> json)
    {
        context.Response.Headers["Accept-Post"] = "application/json, text/plain";
        var (request, problem) = await ClassifyRequestReader.ReadAsync(context.Request, json.Value.SerializerOptions);
        if (request is null)
        {
            return problem!;
        }

        if (Classify(request, holder.Current, context, out problem) is not { } answer)
        {
            return problem!;
        }

        context.Response.Headers.Vary = "Accept";
        return AnswerForms.Of(context.Request) == AnswerForm.Markdown
            ? TypedResults.Text(DiagnosisMarkdown.Of(answer), AnswerForms.MarkdownType)
            : TypedResults.Ok(answer);
    }

    /// <summary>Diagnoses one request.</summary>
    /// <returns>The answer, or null and what is wrong with the request.</returns>
    public static ClassifyAnswer? Classify(ClassifyRequest request, Snapshot snapshot, HttpContext context, out ProblemResult? problem)
    {
        problem = Check(request, snapshot);
        return problem is not null ? null : ClassifyAnswers.Of(
            snapshot.Engine.Diagnose(new Paste
            {
                Text = request.Body!,
                Provider = request.Provider,
                Status = request.Status,
                Headers = request.Headers ?? [],
            }),
            snapshot.Catalogue,
            context);
    }

    private static ProblemResult? Check(ClassifyRequest request, Snapshot snapshot)
    {
        if (request.Body is not null && PasteLimits.IsTooLong(request.Body))
        {
            return PasteLimits.TooLarge();
        }

        if (Rules.Validate(request) is { IsValid: false } result)
        {
            var problems = result.Errors
                .Select(failure => new FieldProblem(failure.PropertyName == nameof(ClassifyRequest.Unknown) ? "request" : failure.PropertyName.ToLowerInvariant(), failure.ErrorMessage))
                .ToList();
            return ProblemResult.Of(ProblemKind.InvalidRequest, problems);
        }

        if (string.IsNullOrWhiteSpace(request.Body))
        {
            return new ProblemResult(
                ProblemKind.EmptyPaste,
                "There is nothing to diagnose. Send the error as you got it; with curl, --data-binary @error.txt keeps its line breaks.",
                [new FieldProblem("body", "must hold the text of an error")]);
        }

        if (request.Provider is { Length: > 0 } hint && snapshot.Catalogue.FindProvider(hint) is null)
        {
            return new ProblemResult(
                ProblemKind.UnknownProvider,
                "The provider that was named is not known. Leave it out, or name one that GET /v1/providers lists.",
                [new FieldProblem("provider", "must be the id of a known provider")],
                ClassifyRules.NearestProviders(hint, snapshot.Catalogue));
        }

        return null;
    }
}
