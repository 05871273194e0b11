using System.Globalization;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Models;

/// <summary>What a list of models is narrowed to.</summary>
internal sealed record ModelFilter
{
    private const int LongestQuery = 120;

    /// <summary>The parameters that it is read from.</summary>
    public static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        QueryParameter.Provider("platform", "Models as this provider serves them."),
        new("status", "Models that stand there today.", typeof(ModelStatus)),
        new("retiresBefore", "Models that end before this day.", typeof(DateOnly)) { Example = "2027-01-01" },
        new("retiresAfter", "Models that end after this day.", typeof(DateOnly)) { Example = "2026-06-30" },
        new("q", "A part of a name.", typeof(string)) { MaximumLength = LongestQuery, Example = "gpt-4" },
        QueryParameter.Limit(),
        QueryParameter.Cursor(),
    ];

    public Provider? Platform { get; private init; }

    public ModelStatus? Status { get; private init; }

    public DateOnly? RetiresBefore { get; private init; }

    public DateOnly? RetiresAfter { get; private init; }

    public string? Query { get; private init; }

    public int Limit { get; private init; }

    /// <summary>The id behind which the page begins; null for the first page.</summary>
    public string? After { get; private init; }

    private string Key => string.Create(CultureInfo.InvariantCulture, $"{Platform?.Id}|{Status}|{RetiresBefore:O}|{RetiresAfter:O}|{Query?.ToLowerInvariant()}");

    /// <summary>Reads the filters out of a query.</summary>
    public static ModelFilter? Parse(IQueryCollection query, Catalogue catalogue, out ProblemResult? problem)
    {
        var reader = new QueryReader(query, Parameters);
        var filter = new ModelFilter
        {
            Platform = reader.Provider("platform", catalogue),
            Status = reader.Word<ModelStatus>("status"),
            RetiresBefore = reader.Day("retiresBefore"),
            RetiresAfter = reader.Day("retiresAfter"),
            Query = reader.Text("q", LongestQuery),
            Limit = reader.Limit(),
        };
        problem = reader.Problem;
        if (problem is null)
        {
            filter = filter with { After = reader.Cursor(filter.Key, out problem) };
        }

        return problem is null ? filter : null;
    }

    /// <summary>The cursor behind a model.</summary>
    public string CursorAfter(string id) => Cursor.After(id, Key);

    /// <summary>Whether a model passes.</summary>
    public bool Passes(CataloguedModel entry, DateOnly today) =>
        (Platform is null || entry.Platform == Platform.Id)
        && (Status is null || entry.Model.StatusOn(today) == Status)
        && (RetiresBefore is null || entry.Model.Retirement < RetiresBefore)
        && (RetiresAfter is null || entry.Model.Retirement > RetiresAfter)
        && (Query is null || entry.Model.Aliases.Prepend(entry.Model.Id).Any(name => name.Contains(Query, StringComparison.OrdinalIgnoreCase)));
}
