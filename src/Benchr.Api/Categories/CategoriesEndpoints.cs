using Benchr.Api.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Categories;

/// <summary>Kinds of failures.</summary>
internal static class CategoriesEndpoints
{
    private static readonly Dictionary<Category, string> Descriptions = new()
    {
        [Category.Authentication] = "The caller could not be identified.",
        [Category.Permission] = "The caller is known and may not do this.",
        [Category.Region] = "The place the request comes from is not served.",
        [Category.Billing] = "Payment, credit or a spending limit stands in the way.",
        [Category.Quota] = "An allowance is used up that waiting minutes does not refill.",
        [Category.RateLimit] = "Too much was sent in too short a time.",
        [Category.InvalidRequest] = "The request is malformed or asks for what the API cannot do.",
        [Category.ContextLength] = "The request has more tokens than the model takes.",
        [Category.PayloadSize] = "The request has more bytes than the API takes.",
        [Category.ModelAvailability] = "The model is unknown, retired, or not open to this caller.",
        [Category.NotFound] = "Something else that was named does not exist.",
        [Category.ContentPolicy] = "The prompt or the answer was refused or filtered.",
        [Category.Timeout] = "Somebody stopped waiting.",
        [Category.Overload] = "The provider has no capacity at the moment.",
        [Category.ServerError] = "The provider failed on its own.",
        [Category.Network] = "The request or its answer was lost on the way.",
        [Category.Conflict] = "The request contradicts the present state of something.",
        [Category.Gateway] = "Something between the caller and the provider answered.",
    };

    public static void MapCategories(this WebApplication app) =>
        app.MapMethods("/v1/categories", ["GET", "HEAD"], (SnapshotHolder holder) =>
            {
                var snapshot = holder.Current;
                var counts = snapshot.Catalogue.Errors.CountBy(error => error.Record.Category).ToDictionary();
                return snapshot.Answer(new CategoryList
                {
                    Items = [.. Enum.GetValues<Category>().Select(category => new CategorySummary
                    {
                        Id = category,
                        Description = Descriptions[category],
                        ErrorCount = counts.GetValueOrDefault(category),
                    })],
                });
            })
            .WithTags("Reference")
            .WithName("listCategories")
            .WithSummary("List categories")
            .WithDescription("The kinds of failures, each with what it means and the number of records.")
            .Produces<CategoryList>();
}

/// <summary>All categories.</summary>
public sealed record CategoryList
{
    /// <summary>The categories.</summary>
    public required IReadOnlyList<CategorySummary> Items { get; init; }
}

/// <summary>A kind of failure.</summary>
public sealed record CategorySummary
{
    /// <summary>The word used in records and filters.</summary>
    public required Category Id { get; init; }

    /// <summary>What it means.</summary>
    public required string Description { get; init; }

    /// <summary>How many records are of this kind.</summary>
    public required int ErrorCount { get; init; }
}
