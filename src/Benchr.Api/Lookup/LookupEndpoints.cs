using System.Globalization;
using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Problems;

namespace Benchr.Api.Lookup;

/// <summary>What a bare code, exception name or status can mean, whoever sent it.</summary>
internal static class LookupEndpoints
{
    private const int LongestCode = 200;

    public static void MapLookup(this WebApplication app) =>
        app.MapMethods("/v1/lookup", ["GET", "HEAD"], Lookup)
            .WithTags("Errors")
            .WithName("lookupErrors")
            .WithSummary("Find what a bare code or status can mean")
            .WithDescription("Every record, of any provider, that a code, type, alias, exception class or HTTP status can mean, likeliest first. At least one of `code` and `status` is needed.")
            .Produces<LookupAnswer>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult Lookup(string? code, string? status, string? provider, HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        var problems = new List<FieldProblem>();
        if (string.IsNullOrWhiteSpace(code) && string.IsNullOrWhiteSpace(status))
        {
            problems.Add(new FieldProblem("code", "or status is needed, for instance ?code=invalid_api_key or ?status=429"));
        }

        if (code?.Length > LongestCode)
        {
            problems.Add(new FieldProblem("code", $"must be at most {LongestCode} characters; send a whole error to POST /v1/classify"));
        }

        int? number = null;
        if (!string.IsNullOrEmpty(status))
        {
            number = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed is >= 100 and <= 599 ? parsed : null;
            if (number is null)
            {
                problems.Add(new FieldProblem("status", "must be a whole number from 100 to 599"));
            }
        }

        if (!string.IsNullOrEmpty(provider) && catalogue.FindProvider(provider) is null)
        {
            problems.Add(FieldProblem.UnknownProvider(provider, catalogue));
        }

        if (problems.Count > 0)
        {
            return ProblemResult.Of(ProblemKind.InvalidParameter, problems);
        }

        var matches = LookupRanking.Rank(catalogue, code?.Trim(), number, provider);
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
