using Benchr.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Pages.Problems;

/// <summary>Problems of people: a page where a browser asked for one, and the problem as JSON everywhere else.</summary>
internal static class ProblemPages
{
    /// <summary>Whether a request asks for a page: it is to no address of the API, and it takes HTML rather than JSON.</summary>
    public static bool IsWanted(HttpRequest request) =>
        Addresses.IsPage(request.Path)
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } best
        && best.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page of a problem.</summary>
    public static PageResult Of(Problem problem) => new(
        new PageHead(problem.Title, problem.Detail, "/") { IsUnlisted = true },
        typeof(ProblemPage),
        new Dictionary<string, object?> { [nameof(ProblemPage.Problem)] = problem })
    {
        Status = problem.Status,
    };
}
