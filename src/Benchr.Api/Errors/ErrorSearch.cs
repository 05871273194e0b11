using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Storage;

namespace Benchr.Api.Errors;

/// <summary>Finds the records that pass a filter, a page at a time.</summary>
internal static class ErrorSearch
{
    /// <summary>How much better a match counts for each point of its provider's prior: where many match alike, most people mean the one others copy.</summary>
    private const double MoreOfPrior = 0.2;

    /// <summary>The page that a filter asks for: by id, or with words by how well they match.</summary>
    /// <returns>The page, or null and what is wrong with the filter.</returns>
    public static ErrorPage? Find(ErrorFilter filter, Snapshot snapshot, KnowledgeStore store, HttpContext context, out ProblemResult? problem)
    {
        problem = null;
        return filter.Query is null ? ById(filter, snapshot, context) : ByWords(filter, snapshot, store, context, out problem);
    }

    private static ErrorPage ById(ErrorFilter filter, Snapshot snapshot, HttpContext context)
    {
        var passing = snapshot.Catalogue.Errors.Where(error => filter.Passes(error.Record)).ToList();
        var rest = passing.Where(error => filter.After is null || string.CompareOrdinal(error.Record.Id(), filter.After) > 0).ToList();
        var page = rest.Take(filter.Limit).ToList();
        return new ErrorPage
        {
            Items = [.. page.Select(error => new ErrorListItem(error, [], context))],
            NextCursor = rest.Count > page.Count ? Cursor.After(page[^1].Record.Id(), filter.Key) : null,
            Total = passing.Count,
        };
    }

    private static ErrorPage? ByWords(ErrorFilter filter, Snapshot snapshot, KnowledgeStore store, HttpContext context, out ProblemResult? problem)
    {
        problem = null;
        var catalogue = snapshot.Catalogue;
        var found = store.Search(filter.Query!);
        var passing = found.Hits
            .Select(hit => (Error: catalogue.FindError(hit.Id), hit.Score))
            .Where(hit => hit.Error is not null && filter.Passes(hit.Error.Record))
            .OrderByDescending(hit => hit.Score * (1 + (MoreOfPrior * (catalogue.FindProvider(hit.Error!.Record.Provider)?.Prior ?? 0))))
            .Select(hit => hit.Error!)
            .ToList();
        var begin = filter.After is null ? 0 : passing.FindIndex(error => error.Record.Id() == filter.After) + 1;
        if (begin == 0 && filter.After is not null)
        {
            problem = QueryReader.StaleCursor();
            return null;
        }

        var page = passing.Skip(begin).Take(filter.Limit).ToList();
        var highlights = store.Highlights(found, [.. page.Select(error => error.Record.Id())]);
        return new ErrorPage
        {
            Items = [.. page.Select(error => new ErrorListItem(error, highlights.GetValueOrDefault(error.Record.Id(), []), context))],
            NextCursor = passing.Count > begin + page.Count ? Cursor.After(page[^1].Record.Id(), filter.Key) : null,
            Total = passing.Count,
            Corrected = found.Corrected,
        };
    }
}
