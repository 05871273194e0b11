using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Problems;
using Benchr.Diagnosis.Guided;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Diagnose;

/// <summary>Outcomes of checks in, the causes that they leave and the next check out.</summary>
internal static class DiagnoseEndpoints
{
    private const string ProblemType = "application/problem+json";

    private static readonly DiagnoseRules Rules = new();

    public static void MapDiagnose(this WebApplication app) =>
        app.MapPost("/v1/errors/{provider}/{code}/diagnose", DiagnoseAsync)
            .WithTags("Diagnosis")
            .WithName("diagnoseError")
            .WithSummary("Find the cause of an error, check by check")
            .WithDescription(
                "Send nothing to begin, run the check that `next` holds, and send what came out of it with what came out before, until `concluded`. "
                + "Of each check send the slug of its `outcome`, or the raw `output` of its command. Nothing is kept between calls, and the order makes no difference. "
                + $"At most {DiagnoseLimits.MostObservations} observations, and {DiagnoseLimits.LongestOutput} bytes of UTF-8 an output. "
                + "Secrets in an output are masked before anything else is done; it is neither stored, nor logged, nor sent back. "
                + "An output that shows no outcome for certain counts for none: its observation lists `candidates` to choose from, and its check stays `next`.")
            .Accepts<DiagnoseRequest>(isOptional: true, "application/json")
            .Produces<DiagnoseAnswer>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, ProblemType)
            .Produces<Problem>(StatusCodes.Status404NotFound, ProblemType)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, ProblemType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, ProblemType)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, ProblemType);

    private static async Task<IResult> DiagnoseAsync(string provider, string code, HttpContext context, SnapshotHolder holder, IOptions<JsonOptions> json)
    {
        context.Response.Headers["Accept-Post"] = "application/json";
        var snapshot = holder.Current;
        var id = $"{provider}/{code}";
        if (snapshot.Catalogue.FindError(id) is not { } error)
        {
            return ErrorsEndpoints.UnknownError(id, snapshot.Catalogue);
        }

        var (request, problem) = await DiagnoseRequestReader.ReadAsync(context.Request, json.Value.SerializerOptions);
        if (request is null)
        {
            return problem!;
        }

        if (Rules.Validate(request) is { IsValid: false } result)
        {
            return ProblemResult.Of(ProblemKind.InvalidRequest, [.. result.Errors.Select(failure =>
                new FieldProblem(failure.PropertyName.ToLowerInvariant().TrimEnd('.'), failure.ErrorMessage))]);
        }

        IReadOnlyList<ObservationRequest> observations = [.. (request.Observations ?? []).Select(observation => observation!)];
        if (ObservationNames.Check(observations, error.Record) is { } unknown)
        {
            return unknown;
        }

        var guided = snapshot.Guided.Guide(error.Record, observations.Select(observation =>
            new Observation { Check = observation.Check!, Outcome = observation.Outcome, Output = observation.Output }));
        return TypedResults.Ok(DiagnoseAnswer.Of(guided, error, snapshot.Catalogue, context));
    }
}
