using System.Globalization;

namespace Benchr.Diagnosis.Readings;

/// <summary>What a paste says besides status, type, code and message; null where it does not say it.</summary>
public sealed record ReadingFacts
{
    private const int ShownOfId = 6;

    /// <summary>The parameter that the error is about.</summary>
    public string? Param { get; init; }

    /// <summary>The reason in machine words, beside or below the code.</summary>
    public string? Reason { get; init; }

    /// <summary>Why a generation ended, where that is the error.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The limit that was met, in the unit that the message counts in.</summary>
    public double? Limit { get; init; }

    /// <summary>How much of the limit was used before the request.</summary>
    public double? Used { get; init; }

    /// <summary>How much the request asked for.</summary>
    public double? Requested { get; init; }

    /// <summary>Whether the request alone is more than the limit, so that no wait makes it pass.</summary>
    public bool? RequestExceedsLimit { get; init; }

    /// <summary>Most tokens that the model takes.</summary>
    public long? TokensAllowed { get; init; }

    /// <summary>Tokens that the request had or asked for.</summary>
    public long? TokensRequested { get; init; }

    /// <summary>The deployment that was called.</summary>
    public string? Deployment { get; init; }

    /// <summary>The region that was called.</summary>
    public string? Region { get; init; }

    /// <summary>The id of the quota that was met.</summary>
    public string? QuotaId { get; init; }

    /// <summary>The metric that the quota counts.</summary>
    public string? QuotaMetric { get; init; }

    /// <summary>The quota's size.</summary>
    public double? QuotaValue { get; init; }

    /// <summary>The organization, its middle masked.</summary>
    public string? Organization { get; init; }

    /// <summary>The project, its middle masked.</summary>
    public string? Project { get; init; }

    /// <summary>The facts of a read paste.</summary>
    internal static ReadingFacts Of(ReadPaste read) => new()
    {
        Param = read.FirstFact(FactNames.Parameter),
        Reason = read.FirstFact(FactNames.Reason),
        FinishReason = read.FirstFact(FactNames.FinishReason),
        Limit = Number(read.FirstFact(FactNames.Limit)),
        Used = Number(read.FirstFact(FactNames.Used)),
        Requested = Number(read.FirstFact(FactNames.Requested)),
        RequestExceedsLimit = read.FirstFact(FactNames.RequestExceedsLimit) is null ? null : true,
        TokensAllowed = Whole(read.FirstFact(FactNames.TokensAllowed)),
        TokensRequested = Whole(read.FirstFact(FactNames.TokensRequested)),
        Deployment = read.FirstFact(FactNames.Deployment),
        Region = read.FirstFact(FactNames.Region),
        QuotaId = read.FirstFact(FactNames.QuotaId),
        QuotaMetric = read.FirstFact(FactNames.QuotaMetric),
        QuotaValue = Number(read.FirstFact(FactNames.QuotaValue)),
        Organization = Masked(read.FirstFact(FactNames.Organization)),
        Project = Masked(read.FirstFact(FactNames.Project)),
    };

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static long? Whole(string? value) =>
        long.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Masked(string? id) =>
        id is null || id.Length <= ShownOfId + 2 ? id : $"{id[..ShownOfId]}…{id[^2..]}";
}
