namespace Benchr.Diagnosis;

/// <summary>
/// How sums of weights become confidence. Fitted by the evaluation over real pastes, cross-validated by source repository;
/// the defaults are what came out.
/// </summary>
public sealed record Calibration
{
    /// <summary>How sharply a difference in weight becomes a difference in confidence; above 0, and higher is less sure.</summary>
    public double Temperature { get; init; } = 1.0;

    /// <summary>What the best candidate must outweigh, in natural-log odds: the case that no record explains the paste.</summary>
    public double Nothing { get; init; } = 4.2;
}
