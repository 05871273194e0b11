using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Records;

/// <summary>The models of one platform whose lifecycle is known: one YAML file in <c>seed/models/</c>.</summary>
public sealed record PlatformModels
{
    /// <summary>The id of the provider that serves them; the same model has other dates on another platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Where the dates stand, unless a model names a source of its own.</summary>
    public required Source Source { get; init; }

    /// <summary>What a call does after a model's retirement, unless the model says otherwise.</summary>
    public required AfterRetirement AfterRetirement { get; init; }

    /// <summary>The models, by id.</summary>
    public required IReadOnlyList<Model> Models { get; init; }

    /// <summary>The models with everything filled in that the file says once for all.</summary>
    public IEnumerable<Model> Whole() =>
        Models.Select(model => model with { Source = model.Source ?? Source, AfterRetirement = model.AfterRetirement ?? AfterRetirement });
}

/// <summary>The lifecycle of one model on one platform.</summary>
public sealed record Model
{
    /// <summary>The id that a request names.</summary>
    public required string Id { get; init; }

    /// <summary>Other spellings of the same model on the same platform.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>Who made it, as a slug; left out where it is the platform itself.</summary>
    public string? Provider { get; init; }

    /// <summary>The day on which its end was announced, or from which on it is no longer recommended; null when not published.</summary>
    public DateOnly? Deprecated { get; init; }

    /// <summary>The day from which on it no longer answers under its own name; null when not published.</summary>
    public DateOnly? Retirement { get; init; }

    /// <summary>Whether that day is committed, or only the earliest possible.</summary>
    public RetirementKind? RetirementKind { get; init; }

    /// <summary>What a call does after it.</summary>
    public AfterRetirement? AfterRetirement { get; init; }

    /// <summary>What the platform recommends instead, as it says it; null when it names nothing.</summary>
    public string? Replacement { get; init; }

    /// <summary>What else to know.</summary>
    public string? Note { get; init; }

    /// <summary>Where the dates stand, and when that was looked at.</summary>
    public Source? Source { get; init; }

    /// <summary>What a day says about the model.</summary>
    /// <param name="today">The day.</param>
    public ModelStatus StatusOn(DateOnly today) =>
        Retirement <= today && RetirementKind != Records.RetirementKind.Earliest ? ModelStatus.Retired
        : Deprecated <= today || (Retirement is not null && RetirementKind != Records.RetirementKind.Earliest) ? ModelStatus.Deprecated
        : ModelStatus.Active;
}

/// <summary>What a retirement day is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RetirementKind>))]
public enum RetirementKind
{
    /// <summary>It ends that day.</summary>
    Committed,

    /// <summary>It does not end before that day.</summary>
    Earliest,
}

/// <summary>What a call of a retired model does.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<AfterRetirement>))]
public enum AfterRetirement
{
    /// <summary>It fails.</summary>
    Error,

    /// <summary>It is answered by the replacement, and billed as such.</summary>
    Reroute,

    /// <summary>Nobody published it.</summary>
    Unknown,
}

/// <summary>Where a model stands in its life.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ModelStatus>))]
public enum ModelStatus
{
    /// <summary>It answers, and no end is committed.</summary>
    Active,

    /// <summary>It answers, and its end is announced.</summary>
    Deprecated,

    /// <summary>It no longer answers under its own name.</summary>
    Retired,
}
