using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Api.Queries;

namespace Benchr.Api.Lookup;

/// <summary>What a bare code, exception name or status can mean, whoever sent it.</summary>
internal static class LookupEndpoints
{
    private const int LongestCode = 200;

    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        new("code", "A code, type, alias or exception class; a whole error goes to `POST /v1/classify`.", typeof(string)) { MaximumLength = LongestCode, Example = "rate_limit_error" },
        new("status", "An HTTP status.", typeof(int)) { Minimum = 100, Maximum = 599 },
        QueryParameter.Provider("provider", "The provider that was called: its records come first."),
    ];

    public static void MapLookup(this WebApplication app) =>
        app.MapMethods("/v1/lookup", ["GET", "HEAD"], Lookup)
            .WithTags("Errors")
            .WithName("lookupErrors")
            .WithSummary("Find what a bare code or status can mean")
            .WithDescription("Every record, of any provider, that a code, type, alias, exception class or HTTP status can mean, likeliest first. At least one of `code` and `status` is needed.")
            .WithQuery(Parameters)
            .Produces<LookupAnswer>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult Lookup(HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var reader = new QueryReader(context.Request.Query, Parameters);
        var code = reader.Text("code", LongestCode);
        var status = reader.Number("status", 100, 599);
        var provider = reader.Provider("provider", snapshot.Catalogue);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        if (code is null && status is null)
        {
            return ProblemResult.Of(ProblemKind.InvalidParameter, [new FieldProblem("code", "or status is needed, for instance ?code=invalid_api_key or ?status=429")]);
        }

        var matches = LookupRanking.Rank(snapshot, code?.Trim(), status, provider?.Id);
        return snapshot.Answer(new LookupAnswer
        {
            Items = [.. matches.Select(match => new LookupItem { Error = new ErrorSummary(match.Error, context), MatchedBy = match.MatchedBy })],
        });
    }
}

/// <summary>What a bare code or status can mean.</summary>
public sealed record LookupAnswer
{
    /// <summary>The records, likeliest first.</summary>
    public required IReadOnlyList<LookupItem> Items { get; init; }
}

/// <summary>One thing that a bare code or status can mean.</summary>
public sealed record LookupItem
{
    /// <summary>The record.</summary>
    public required ErrorSummary Error { get; init; }

    /// <summary>Why it is here: <c>code</c>, <c>alias</c>, <c>type</c>, <c>sdk</c>, <c>status</c>, <c>provider</c>.</summary>
    public required IReadOnlyList<string> MatchedBy { get; init; }
}
