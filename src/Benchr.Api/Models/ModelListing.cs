using Benchr.Api.Catalogues;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Models;

/// <summary>The lifecycles that a filter lets pass, and the page of them that was asked for.</summary>
/// <param name="Page">Those of the page.</param>
/// <param name="Total">How many pass, on all pages.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
internal sealed record ModelListing(IReadOnlyList<CataloguedModel> Page, int Total, string? NextCursor)
{
    /// <summary>Lists.</summary>
    public static ModelListing Find(ModelFilter filter, Catalogue catalogue, DateOnly today)
    {
        var passing = catalogue.Models.Where(model => filter.Passes(model, today)).ToList();
        var rest = passing.Where(model => filter.After is null || string.Compare(KeyOf(model), filter.After, StringComparison.OrdinalIgnoreCase) > 0).ToList();
        var page = rest.Take(filter.Limit).ToList();
        return new ModelListing(page, passing.Count, rest.Count > page.Count ? filter.CursorAfter(KeyOf(page[^1])) : null);
    }

    /// <summary>A status can change at midnight without any change of the knowledge.</summary>
    public static DateTimeOffset StatusSince(Snapshot snapshot, DateOnly today) =>
        new[] { snapshot.Catalogue.Modified, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero) }.Max();

    /// <summary>When a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly today) => new(today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The day it is.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Orders as the catalogue does: no id holds a character before the space.</summary>
    private static string KeyOf(CataloguedModel model) => $"{model.Model.Id} {model.Platform}";
}
