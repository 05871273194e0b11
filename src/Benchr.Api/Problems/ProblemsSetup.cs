using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace Benchr.Api.Problems;

/// <summary>Turns every failure into a problem.</summary>
internal static class ProblemsSetup
{
    /// <summary>Adds how answers are written.</summary>
    public static void AddProblems(this WebApplicationBuilder builder) =>
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            // Served as JSON with nosniff, so only what JSON demands is escaped, and people can read the answers.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });

    /// <summary>Answers failures that no endpoint answered.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(context => ForException(context).ExecuteAsync(context)));
        app.UseStatusCodePages(pages => ForStatus(pages.HttpContext).ExecuteAsync(pages.HttpContext));
    }

    private static ProblemResult ForException(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Classify.PasteLimits.TooLarge(),
            BadHttpRequestException => new ProblemResult(ProblemKind.BadRequest, "The request breaks the rules of HTTP; send it again with a common client."),
            _ => new ProblemResult(ProblemKind.InternalError, "The fault is ours. Send the request again in a moment; if it fails again, report the request id."),
        };

    private static ProblemResult ForStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => new ProblemResult(
            ProblemKind.MethodNotAllowed, $"This address answers {context.Response.Headers.Allow}."),
        StatusCodes.Status415UnsupportedMediaType when Diagnose.DiagnoseLimits.IsMetBy(context.Request.Path) => Diagnose.DiagnoseLimits.UnsupportedMediaType(),
        StatusCodes.Status416RangeNotSatisfiable => new ProblemResult(
            ProblemKind.RangeNotSatisfiable, "The file is shorter than the range begins; it may have changed since. Content-Range tells its length."),
        StatusCodes.Status415UnsupportedMediaType => Classify.PasteLimits.UnsupportedMediaType(),
        StatusCodes.Status404NotFound => new ProblemResult(
            ProblemKind.RouteNotFound, "The addresses that exist are listed at /openapi/v1.json and, for people, at /swagger."),
        _ => new ProblemResult(ProblemKind.BadRequest, "The request could not be answered as it is."),
    };
}
