using Benchr.Api.Catalogues;
using Benchr.Api.Models;

namespace Benchr.Api.Pages.Models;

/// <summary>When models end.</summary>
internal static class ModelPages
{
    public static void MapModelPages(this RouteGroupBuilder pages) => pages.MapMethods("/models", ["GET", "HEAD"], List);

    private static IResult List(HttpContext context, SnapshotHolder holder, TimeProvider time)
    {
        var snapshot = holder.Current;
        var query = FormQuery.WithoutEmpty(context.Request.Query);
        if (ModelFilter.Parse(query, snapshot.Catalogue, out var problem) is not { } filter)
        {
            return problem!;
        }

        var today = ModelListing.Today(time);
        var listing = ModelListing.Find(filter, snapshot.Catalogue, today);
        var head = new PageHead("Model retirements", "When LLM models are deprecated and retired, platform by platform, and what replaces them.", "/models") { IsUnlisted = query.Count > 0 };
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ModelsPage.Models)] = listing.Page,
            [nameof(ModelsPage.Total)] = listing.Total,
            [nameof(ModelsPage.Today)] = today,
            [nameof(ModelsPage.Filter)] = new ModelChoice(filter.Query ?? "", filter.Platform?.Id, filter.Status),
            [nameof(ModelsPage.Next)] = listing.NextCursor is { } cursor ? FormQuery.With("/models", query, "cursor", cursor) : null,
        };
        return PageResult.Of<ModelsPage>(snapshot, head, "/models", parameters, ModelListing.StatusSince(snapshot, today), ModelListing.EndOf(today));
    }
}

/// <summary>What the list of models is narrowed to.</summary>
/// <param name="Query">Part of a name; empty for any.</param>
/// <param name="Platform">The id of the provider that serves it; null for any.</param>
/// <param name="Status">Where it stands; null for any.</param>
public sealed record ModelChoice(string Query, string? Platform, Knowledge.Records.ModelStatus? Status);
