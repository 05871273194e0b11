using System.Globalization;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Api.Errors;

/// <summary>What a list of records is narrowed to.</summary>
internal sealed record ErrorFilter
{
    public const int MostItems = 100;
    public const int DefaultItems = 20;
    public const int LongestQuery = 200;

    private static readonly string[] Parameters = ["provider", "category", "status", "severity", "retryable", "q", "limit", "cursor"];

    public Provider? Provider { get; private init; }

    public Category? Category { get; private init; }

    public int? Status { get; private init; }

    public Severity? Severity { get; private init; }

    public bool? Retryable { get; private init; }

    public string? Query { get; private init; }

    public int Limit { get; private init; }

    /// <summary>What the filters are, in one text: a cursor is good only for the filters that it was made with.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Provider?.Id}|{Category}|{Status}|{Severity}|{Retryable}|{Query?.ToLowerInvariant()}");

    /// <summary>Reads the filters out of a query; everything that is wrong is told together.</summary>
    public static ErrorFilter? Parse(IQueryCollection query, Catalogue catalogue, out ProblemResult? problem)
    {
        var problems = new List<FieldProblem>();
        foreach (var unknown in query.Keys.Where(key => !Parameters.Contains(key, StringComparer.OrdinalIgnoreCase)).Take(5))
        {
            problems.Add(new FieldProblem(unknown.Length > 40 ? unknown[..40] : unknown, $"is not a parameter here; known ones: {string.Join(", ", Parameters)}"));
        }

        var filter = new ErrorFilter
        {
            Provider = ReadProvider(query, problems, catalogue),
            Category = ReadWord<Category>(query, "category", problems),
            Severity = ReadWord<Severity>(query, "severity", problems),
            Status = ReadNumber(query, "status", problems, 100, 599),
            Limit = ReadNumber(query, "limit", problems, 1, MostItems) ?? DefaultItems,
            Retryable = ReadFlag(query, problems),
            Query = ReadQuery(query, problems),
        };
        problem = problems.Count == 0 ? null : ProblemResult.Of(ProblemKind.InvalidParameter, problems);
        return problem is null ? filter : null;
    }

    /// <summary>Whether a record passes.</summary>
    public bool Passes(ErrorRecord record) =>
        (Provider is null || record.Provider == Provider.Id)
        && (Category is null || record.Category == Category)
        && (Status is null || record.Status.Contains(Status.Value))
        && (Severity is null || record.Severity == Severity)
        && (Retryable is null || (record.Retry.Advice is RetryAdvice.Backoff or RetryAdvice.HonourRetryAfter) == Retryable)
        && (Query is null || TextSearch.Matches(record, Query));

    private static Provider? ReadProvider(IQueryCollection query, List<FieldProblem> problems, Catalogue catalogue)
    {
        if (query["provider"].FirstOrDefault() is not { } id)
        {
            return null;
        }

        var provider = query["provider"].Count == 1 ? catalogue.FindProvider(id) : null;
        if (provider is null)
        {
            problems.Add(FieldProblem.UnknownProvider(id, catalogue));
        }

        return provider;
    }

    private static T? ReadWord<T>(IQueryCollection query, string name, List<FieldProblem> problems)
        where T : struct, Enum
    {
        if (query[name].FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (query[name].Count == 1 && Word.TryParse<T>(text, out var value))
        {
            return value;
        }

        problems.Add(new FieldProblem(name, $"must be one of: {string.Join(", ", Word.All(typeof(T)))}"));
        return null;
    }

    private static int? ReadNumber(IQueryCollection query, string name, List<FieldProblem> problems, int least, int most)
    {
        if (query[name].FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (query[name].Count == 1 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(new FieldProblem(name, $"must be one whole number from {least} to {most}"));
        return null;
    }

    private static bool? ReadFlag(IQueryCollection query, List<FieldProblem> problems)
    {
        if (query["retryable"].FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (query["retryable"].Count == 1 && text is "true" or "false")
        {
            return text == "true";
        }

        problems.Add(new FieldProblem("retryable", "must be true or false"));
        return null;
    }

    private static string? ReadQuery(IQueryCollection query, List<FieldProblem> problems)
    {
        var text = query["q"].FirstOrDefault();
        if (text is { Length: > LongestQuery })
        {
            problems.Add(new FieldProblem("q", $"must be at most {LongestQuery} characters"));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
