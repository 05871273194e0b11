using System.Globalization;
using Benchr.Api.Errors;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage.Search;

namespace Benchr.Api.Pages.Errors;

/// <summary>A page of the list of errors, and what it can be narrowed by.</summary>
public sealed record ErrorList
{
    /// <summary>The words that were searched; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>The filters.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>The records of the page.</summary>
    public required IReadOnlyList<CataloguedError> Page { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Where the words stand, by id.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Highlight>> Highlights { get; init; }

    /// <summary>Words that no record has, and those they were taken for.</summary>
    public required IReadOnlyDictionary<string, string> Corrected { get; init; }

    /// <summary>The address of the next page; null on the last.</summary>
    public required string? Next { get; init; }

    /// <summary>The address of the first page; null on it.</summary>
    public required string? First { get; init; }

    internal static ErrorList Of(ErrorFilter filter, ErrorListing listing, IQueryCollection query) => new()
    {
        Query = filter.Query ?? "",
        Facets =
        [
            FacetOf("provider", "Provider", filter.Provider?.Id, Records(listing, filter with { Provider = null }).Select(record => record.Provider), null),
            FacetOf("category", "Category", filter.Category is { } category ? Word.Of(category) : null, Records(listing, filter with { Category = null }).Select(record => Word.Of(record.Category)), text => text.Replace('-', ' ')),
            FacetOf("status", "Status", filter.Status?.ToString(CultureInfo.InvariantCulture), Records(listing, filter with { Status = null }).SelectMany(record => record.Status.Distinct()).Select(status => status.ToString(CultureInfo.InvariantCulture)), null),
        ],
        Page = listing.Page,
        Total = listing.Passing.Count,
        Highlights = listing.Highlights,
        Corrected = listing.Corrected,
        Next = listing.NextCursor is { } cursor ? FormQuery.With("/errors", query, "cursor", cursor) : null,
        First = filter.After is null ? null : FormQuery.With("/errors", query, "cursor", null),
    };

    private static IEnumerable<ErrorRecord> Records(ErrorListing listing, ErrorFilter filter) =>
        listing.Found.Select(error => error.Record).Where(filter.Passes);

    private static Facet FacetOf(string name, string label, string? chosen, IEnumerable<string> values, Func<string, string>? labelOf)
    {
        var counts = values.CountBy(value => value).ToDictionary();
        if (chosen is not null)
        {
            counts.TryAdd(chosen, 0);
        }

        return new Facet(name, label, chosen, [.. counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new FacetValue(count.Key, labelOf?.Invoke(count.Key) ?? count.Key, count.Value))]);
    }
}

/// <summary>A filter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Chosen">What it is set to; null for anything.</param>
/// <param name="Values">What it can be set to, under the other filters.</param>
public sealed record Facet(string Name, string Label, string? Chosen, IReadOnlyList<FacetValue> Values);

/// <summary>A value of a filter.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Count">How many records have it.</param>
public sealed record FacetValue(string Value, string Label, int Count);
