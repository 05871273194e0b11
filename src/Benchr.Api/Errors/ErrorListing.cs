using Benchr.Api.Catalogues;
using Benchr.Api.Queries;
using Benchr.Knowledge.Catalogues;
using Benchr.Storage;
using Benchr.Storage.Search;

namespace Benchr.Api.Errors;

/// <summary>The records that a filter lets pass, and the page of them that was asked for.</summary>
internal sealed record ErrorListing
{
    /// <summary>How much better a match counts for each point of its provider's prior: where many match alike, most people mean the one others copy.</summary>
    private const double MoreOfPrior = 0.2;

    /// <summary>Every record that holds the words, whatever the other filters say: best first, or by id where there are no words.</summary>
    public required IReadOnlyList<CataloguedError> Found { get; init; }

    /// <summary>Those that pass all filters.</summary>
    public required IReadOnlyList<CataloguedError> Passing { get; init; }

    /// <summary>Those of this page.</summary>
    public required IReadOnlyList<CataloguedError> Page { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Where the words stand, by id, for the records of the page.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Highlight>> Highlights { get; init; }

    /// <summary>Words that no record has, and those they were taken for.</summary>
    public required IReadOnlyDictionary<string, string> Corrected { get; init; }

    /// <summary>Lists.</summary>
    /// <returns>Null when the page is to begin behind a record that is not in the list any more.</returns>
    public static ErrorListing? Find(ErrorFilter filter, Snapshot snapshot, KnowledgeStore store)
    {
        var catalogue = snapshot.Catalogue;
        var result = filter.Query is null ? null : store.Search(filter.Query);
        var found = result is null ? catalogue.Errors : Ranked(result, catalogue);
        var passing = result is null ? filter.In(snapshot) : [.. found.Where(error => filter.Passes(error.Record))];
        var begin = filter.After is null ? 0
            : result is null ? CountUpTo(filter.After, passing)
            : passing.TakeWhile(error => error.Record.Id() != filter.After).Count() + 1;
        if (result is not null && begin > passing.Count)
        {
            return null;
        }

        var page = passing.Skip(begin).Take(filter.Limit).ToList();
        return new ErrorListing
        {
            Found = found,
            Passing = passing,
            Page = page,
            NextCursor = passing.Count > begin + page.Count ? Cursor.After(page[^1].Record.Id(), filter.Key) : null,
            Highlights = result is null ? new Dictionary<string, IReadOnlyList<Highlight>>() : store.Highlights(result, [.. page.Select(error => error.Record.Id())]),
            Corrected = result?.Corrected ?? new Dictionary<string, string>(),
        };
    }

    /// <summary>How many records, by the order of their ids, come before one or are it.</summary>
    private static int CountUpTo(string id, IReadOnlyList<CataloguedError> records)
    {
        var (from, to) = (0, records.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = string.CompareOrdinal(records[middle].Record.Id(), id) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static List<CataloguedError> Ranked(SearchResult result, Catalogue catalogue) =>
    [
        .. result.Hits
            .Select(hit => (Error: catalogue.FindError(hit.Id), hit.Score))
            .Where(hit => hit.Error is not null)
            .OrderByDescending(hit => hit.Score * (1 + (MoreOfPrior * (catalogue.FindProvider(hit.Error!.Record.Provider)?.Prior ?? 0))))
            .Select(hit => hit.Error!),
    ];
}
