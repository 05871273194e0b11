using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Models;

/// <summary>The life of a model on one platform.</summary>
public sealed record ModelLifecycleAnswer
{
    /// <summary>The id that a request names.</summary>
    public required string Id { get; init; }

    /// <summary>Other spellings of the same model on the same platform.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Who made it, as a slug.</summary>
    public required string Provider { get; init; }

    /// <summary>The id of the provider that serves it; the same model has other dates on another platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Where it stands today.</summary>
    public required ModelStatus Status { get; init; }

    /// <summary>The day on which its end was announced; null when not published.</summary>
    public required DateOnly? Deprecated { get; init; }

    /// <summary>The day from which on it no longer answers under its own name; null when not published.</summary>
    public required DateOnly? Retirement { get; init; }

    /// <summary>Whether that day is committed, or only the earliest possible; null without a day.</summary>
    public required RetirementKind? RetirementKind { get; init; }

    /// <summary>What a call does after the retirement.</summary>
    public required AfterRetirement AfterRetirement { get; init; }

    /// <summary>What the platform recommends instead, as it says it; null when it names nothing.</summary>
    public required string? Replacement { get; init; }

    /// <summary>What else to know.</summary>
    public required string? Note { get; init; }

    /// <summary>Where the dates stand, and when that was looked at.</summary>
    public required Source? Source { get; init; }

    /// <summary>The address of the model, with its lifecycles on all platforms.</summary>
    public required string Url { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static ModelLifecycleAnswer Of(CataloguedModel entry, DateOnly today, HttpContext context) => Of(new ModelLifecycle(entry, entry.Model.StatusOn(today)), context);

    /// <summary>Makes the answer.</summary>
    internal static ModelLifecycleAnswer Of(ModelLifecycle lifecycle, HttpContext context) => Of(lifecycle.Lifecycle, lifecycle.Status, context);

    private static ModelLifecycleAnswer Of(CataloguedModel entry, ModelStatus status, HttpContext context) => new()
    {
        Id = entry.Model.Id,
        Aliases = entry.Model.Aliases,
        Provider = entry.Model.Provider ?? entry.Platform,
        Platform = entry.Platform,
        Status = status,
        Deprecated = entry.Model.Deprecated,
        Retirement = entry.Model.Retirement,
        RetirementKind = entry.Model.RetirementKind,
        AfterRetirement = entry.Model.AfterRetirement ?? AfterRetirement.Unknown,
        Replacement = entry.Model.Replacement,
        Note = entry.Model.Note,
        Source = entry.Model.Source,
        Url = AddressOf(entry.Model.Id, Problems.Links.Base(context)),
    };

    /// <summary>The address of a model.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="address">What links begin with.</param>
    internal static string AddressOf(string id, string address) => $"{address}/v1/models/{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}";
}

/// <summary>A model by one of its names, on every platform where its dates are known.</summary>
public sealed record ModelDetail
{
    /// <summary>The id that was asked for, in the spelling of the first lifecycle.</summary>
    public required string Id { get; init; }

    /// <summary>Its lifecycles, one a platform.</summary>
    public required IReadOnlyList<ModelLifecycleAnswer> Lifecycles { get; init; }
}

/// <summary>A page of a list of models.</summary>
public sealed record ModelPage
{
    /// <summary>The lifecycles of this page, by the model's id and then by platform.</summary>
    public required IReadOnlyList<ModelLifecycleAnswer> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many lifecycles meet the filters, on all pages.</summary>
    public required int Total { get; init; }
}
