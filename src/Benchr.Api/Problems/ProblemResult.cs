using Benchr.Api.Configuration;
using Benchr.Api.Pages.Problems;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Problems;

/// <summary>An answer that says what is wrong.</summary>
internal sealed class ProblemResult(
    ProblemKind kind, string detail, IReadOnlyList<FieldProblem>? errors = null, IReadOnlyList<string>? nearest = null) : IResult
{
    private const string ContentType = "application/problem+json";

    /// <summary>An answer about fields or parameters alone: its detail is what is wrong with each.</summary>
    public static ProblemResult Of(ProblemKind kind, IReadOnlyList<FieldProblem> errors) =>
        new(kind, string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}")), errors);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = kind.Status;
        if (ProblemPages.IsWanted(httpContext.Request))
        {
            return ProblemPages.Of(ToProblem(httpContext)).ExecuteAsync(httpContext);
        }

        return httpContext.Response.WriteAsJsonAsync(ToProblem(httpContext), options: null, ContentType, httpContext.RequestAborted);
    }

    /// <summary>The problem as it is written; in an answer to many it stands in the place of the one that failed.</summary>
    public Problem ToProblem(HttpContext httpContext) =>
        new()
        {
            Type = $"{Links.Base(httpContext)}/v1/errors/{ProblemKind.Provider}/{kind.Code}",
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
            Instance = httpContext.Request.Path,
            Code = kind.Code,
            Errors = errors,
            Nearest = nearest is { Count: > 0 } ? nearest : null,
            RequestId = httpContext.TraceIdentifier,
        };
}

/// <summary>Makes addresses of this service.</summary>
internal static class Links
{
    /// <summary>The address that links begin with, without a slash at its end.</summary>
    public static string Base(HttpContext context)
    {
        var configured = context.RequestServices.GetRequiredService<IOptions<BenchrSettings>>().Value.PublicUrl;
        return configured?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
    }

    /// <summary>The address of an error record.</summary>
    public static string Error(HttpContext context, string provider, string code) =>
        $"{Base(context)}/v1/errors/{provider}/{Uri.EscapeDataString(code)}";

    /// <summary>The address that leads through the checks of an error record.</summary>
    public static string Diagnose(HttpContext context, string provider, string code) => $"{Error(context, provider, code)}/diagnose";
}
