using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Api.Queries;
using Benchr.Storage;

namespace Benchr.Api.Errors;

/// <summary>Finds the records that pass a filter, a page at a time.</summary>
internal static class ErrorSearch
{
    /// <summary>The page that a filter asks for: by id, or with words by how well they match.</summary>
    /// <returns>The page, or null and what is wrong with the filter.</returns>
    public static ErrorPage? Find(ErrorFilter filter, Snapshot snapshot, KnowledgeStore store, HttpContext context, out ProblemResult? problem)
    {
        if (ErrorListing.Find(filter, snapshot, store) is not { } listing)
        {
            problem = QueryReader.StaleCursor();
            return null;
        }

        problem = null;
        return new ErrorPage
        {
            Items = [.. listing.Page.Select(error => new ErrorListItem(error, listing.Highlights.GetValueOrDefault(error.Record.Id(), []), context))],
            NextCursor = listing.NextCursor,
            Total = listing.Passing.Count,
            Corrected = listing.Corrected,
        };
    }
}
