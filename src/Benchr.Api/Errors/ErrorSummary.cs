using System.Diagnostics.CodeAnalysis;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Storage.Search;

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

    /// <summary>Leaves everything to be set.</summary>
    public ErrorSummary()
    {
    }

    /// <summary>Makes the summary of a record.</summary>
    [SetsRequiredMembers]
    internal ErrorSummary(CataloguedError error, HttpContext context)
    {
        Id = error.Record.Id();
        Provider = error.Record.Provider;
        Code = error.Record.Code;
        Title = error.Record.Title;
        Summary = error.Record.Summary;
        Status = error.Record.Status;
        Category = error.Record.Category;
        Severity = error.Record.Severity;
        Retry = error.Record.Retry.Advice;
        Url = Links.Error(context, error.Record.Provider, error.Record.Code);
    }
}

/// <summary>A page of a list.</summary>
public sealed record ErrorPage
{
    /// <summary>The records of this page: by id, or by how well they match the words.</summary>
    public required IReadOnlyList<ErrorListItem> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many records meet the filters, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Words of <c>q</c> that no record has, and those they were taken for.</summary>
    public IReadOnlyDictionary<string, string> Corrected { get; init; } = new Dictionary<string, string>();
}

/// <summary>An error record in a list that may have been found by words.</summary>
public sealed record ErrorListItem : ErrorSummary
{
    /// <summary>Where the words of <c>q</c> stand, the weightiest part first; empty without <c>q</c>.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>Leaves everything to be set.</summary>
    public ErrorListItem()
    {
    }

    /// <summary>Makes the item of a record.</summary>
    [SetsRequiredMembers]
    internal ErrorListItem(CataloguedError error, IReadOnlyList<Highlight> highlights, HttpContext context)
        : base(error, context) => Highlights = highlights;
}
