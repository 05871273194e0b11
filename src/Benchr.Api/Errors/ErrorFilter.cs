using System.Globalization;
using Benchr.Api.Catalogues;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Errors;

/// <summary>What a list of records is narrowed to.</summary>
internal sealed record ErrorFilter
{
    public const int LongestQuery = 200;

    /// <summary>The parameters that it is read from.</summary>
    public static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        QueryParameter.Provider("provider", "Records of this provider."),
        new("category", "Records of this kind of failure.", typeof(Category)),
        new("status", "Records that arrive under this HTTP status.", typeof(int)) { Minimum = 100, Maximum = 599, Example = "429" },
        new("severity", "Records that hurt this much.", typeof(Severity)),
        new("retryable", "Whether sending the same request again can help.", typeof(bool)),
        new("q", "Words in any order; ranks by how well they match.", typeof(string)) { MaximumLength = LongestQuery, Example = "key still 401 after rotating" },
        QueryParameter.Limit(),
        QueryParameter.Cursor(),
    ];

    public Provider? Provider { get; init; }

    public Category? Category { get; init; }

    public int? Status { get; init; }

    public Severity? Severity { get; init; }

    public bool? Retryable { get; init; }

    public string? Query { get; init; }

    public int Limit { get; init; }

    /// <summary>The id behind which the page begins; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>What the filters are, in one text: a cursor is good only for the filters that it was made with.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Provider?.Id}|{Category}|{Status}|{Severity}|{Retryable}|{Query?.ToLowerInvariant()}");

    /// <summary>Reads the filters out of a query; everything that is wrong is told together.</summary>
    public static ErrorFilter? Parse(IQueryCollection query, Catalogue catalogue, out ProblemResult? problem)
    {
        var reader = new QueryReader(query, Parameters);
        var filter = new ErrorFilter
        {
            Provider = reader.Provider("provider", catalogue),
            Category = reader.Word<Category>("category"),
            Severity = reader.Word<Severity>("severity"),
            Status = reader.Number("status", 100, 599),
            Limit = reader.Limit(),
            Retryable = reader.Flag("retryable"),
            Query = reader.Text("q", LongestQuery),
        };
        problem = reader.Problem;
        if (problem is null)
        {
            filter = filter with { After = reader.Cursor(filter.Key, out problem) };
        }

        return problem is null ? filter : null;
    }

    /// <summary>The records that pass all that is not the words, in the order of their ids.</summary>
    public IReadOnlyList<CataloguedError> In(Snapshot snapshot)
    {
        IReadOnlyList<CataloguedError>?[] indexed =
        [
            Provider is null ? null : snapshot.Records.OfProvider(Provider),
            Category is null ? null : snapshot.Records.OfCategory(Category.Value),
            Severity is null ? null : snapshot.Records.OfSeverity(Severity.Value),
            Status is null ? null : snapshot.Records.OfStatus(Status.Value),
        ];
        var shortest = indexed.OfType<IReadOnlyList<CataloguedError>>().MinBy(list => list.Count);
        return shortest is null && Retryable is null
            ? snapshot.Catalogue.Errors
            : [.. (shortest ?? snapshot.Catalogue.Errors).Where(error => Passes(error.Record))];
    }

    /// <summary>Whether a record passes all that is not the words.</summary>
    public bool Passes(ErrorRecord record) =>
        (Provider is null || record.Provider == Provider.Id)
        && (Category is null || record.Category == Category)
        && (Status is null || record.Status.Contains(Status.Value))
        && (Severity is null || record.Severity == Severity)
        && (Retryable is null || (record.Retry.Advice is RetryAdvice.Backoff or RetryAdvice.HonourRetryAfter) == Retryable);
}
