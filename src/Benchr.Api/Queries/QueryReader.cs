using System.Globalization;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Queries;

/// <summary>Reads the parameters of a list; everything that is wrong is told together.</summary>
internal sealed class QueryReader
{
    /// <summary>Most items of a page.</summary>
    public const int MostItems = 100;

    /// <summary>Items of a page where none are asked for.</summary>
    public const int DefaultItems = 20;

    private const int MostUnknown = 5;
    private const int LongestName = 40;

    private readonly IQueryCollection query;
    private readonly List<FieldProblem> problems = [];

    /// <summary>Begins reading.</summary>
    /// <param name="query">The query of a request.</param>
    /// <param name="parameters">The parameters that there are.</param>
    public QueryReader(IQueryCollection query, IReadOnlyList<QueryParameter> parameters)
    {
        this.query = query;
        foreach (var unknown in query.Keys.Where(key => !parameters.Any(parameter => parameter.Name.Equals(key, StringComparison.OrdinalIgnoreCase))).Take(MostUnknown))
        {
            problems.Add(new FieldProblem(
                unknown.Length > LongestName ? unknown[..LongestName] : unknown,
                $"is not a parameter here; known ones: {string.Join(", ", parameters.Select(parameter => parameter.Name))}"));
        }
    }

    /// <summary>What was wrong; null when nothing was.</summary>
    public ProblemResult? Problem => problems.Count == 0 ? null : ProblemResult.Of(ProblemKind.InvalidParameter, problems);

    /// <summary>Items of a page.</summary>
    public int Limit() => Number("limit", 1, MostItems) ?? DefaultItems;

    /// <summary>A provider by its id.</summary>
    public Provider? Provider(string name, Catalogue catalogue)
    {
        if (query[name].FirstOrDefault() is not { } id)
        {
            return null;
        }

        var provider = query[name].Count == 1 ? catalogue.FindProvider(id) : null;
        if (provider is null)
        {
            problems.Add(FieldProblem.UnknownProvider(id, catalogue) with { Field = name });
        }

        return provider;
    }

    /// <summary>One of a few words.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => Read(
            name,
            text => Knowledge.Serialization.Word.TryParse<T>(text, out var value) ? value : (T?)null,
            $"must be one of: {string.Join(", ", Knowledge.Serialization.Word.All(typeof(T)))}");

    /// <summary>A whole number in a range.</summary>
    public int? Number(string name, int least, int most) => Read(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : (int?)null,
        $"must be one whole number from {least} to {most}");

    /// <summary>True or false.</summary>
    public bool? Flag(string name) => Read(name, text => text is "true" or "false" ? text == "true" : (bool?)null, "must be true or false");

    /// <summary>A day.</summary>
    public DateOnly? Day(string name) => Read(
        name,
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null,
        "must be one day, written as 2026-01-31");

    /// <summary>Free text; null when there is none.</summary>
    public string? Text(string name, int longest)
    {
        var text = query[name].FirstOrDefault();
        if (text?.Length > longest)
        {
            problems.Add(new FieldProblem(name, $"must be at most {longest} characters"));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Where the page begins, behind an id; null for the first page.</summary>
    public string? Cursor(string filters, out ProblemResult? problem)
    {
        problem = null;
        if (query["cursor"].FirstOrDefault() is not { } cursor)
        {
            return null;
        }

        var after = Queries.Cursor.Read(cursor, filters);
        problem = after is not null ? null : StaleCursor();
        return after;
    }

    /// <summary>The answer to a cursor that leads nowhere.</summary>
    public static ProblemResult StaleCursor() => new(
        ProblemKind.InvalidCursor,
        "cursor was not made by this list with these filters; leave it out to begin at the first page.",
        [new FieldProblem("cursor", "must be the nextCursor of an answer to the same filters")]);

    private T? Read<T>(string name, Func<string, T?> read, string message)
        where T : struct
    {
        if (query[name].FirstOrDefault() is not { } text)
        {
            return null;
        }

        var value = query[name].Count == 1 ? read(text) : null;
        if (value is null)
        {
            problems.Add(new FieldProblem(name, message));
        }

        return value;
    }
}
