using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Errors;

/// <summary>An error record in a list.</summary>
public record ErrorSummary
{
    /// <summary>The record's id: <c>provider/code</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The provider's id.</summary>
    public required string Provider { get; init; }

    /// <summary>The code, spelled as the provider spells it.</summary>
    public required string Code { get; init; }

    /// <summary>What a person would put in a heading.</summary>
    public required string Title { get; init; }

    /// <summary>What happened and what to do about it, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>HTTP statuses the error arrives under, likeliest first; empty when there was no HTTP answer.</summary>
    public required IReadOnlyList<int> Status { get; init; }

    /// <summary>What kind of failure it is.</summary>
    public required Category Category { get; init; }

    /// <summary>How much it hurts.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether to send the same request again.</summary>
    public required RetryAdvice Retry { get; init; }

    /// <summary>The address of the whole record.</summary>
    public required string Url { get; init; }

    /// <summary>Makes the summary of a record.</summary>
    internal static ErrorSummary Of(CataloguedError error, HttpContext context) => new()
    {
        Id = error.Record.Id(),
        Provider = error.Record.Provider,
        Code = error.Record.Code,
        Title = error.Record.Title,
        Summary = error.Record.Summary,
        Status = error.Record.Status,
        Category = error.Record.Category,
        Severity = error.Record.Severity,
        Retry = error.Record.Retry.Advice,
        Url = Links.Error(context, error.Record.Provider, error.Record.Code),
    };
}

/// <summary>A page of a list.</summary>
public sealed record ErrorPage
{
    /// <summary>The records of this page, by id.</summary>
    public required IReadOnlyList<ErrorSummary> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many records meet the filters, on all pages.</summary>
    public required int Total { get; init; }
}
