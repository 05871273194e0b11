using Benchr.Api.Classify;
using Benchr.Api.Problems;
using Benchr.Diagnosis.Guided;

namespace Benchr.Api.Diagnose;

/// <summary>How much may be sent to be diagnosed.</summary>
internal static class DiagnoseLimits
{
    /// <summary>Most observations of one request; no record has as many checks.</summary>
    public const int MostObservations = 50;

    /// <summary>Longest output in bytes of UTF-8.</summary>
    public const int LongestOutput = Observation.LongestOutput;

    /// <summary>Whether an address is one that is diagnosed at.</summary>
    public static bool IsMetBy(PathString path) => path.Value?.EndsWith("/diagnose", StringComparison.OrdinalIgnoreCase) == true;

    public static ProblemResult TooLarge() => new(
        ProblemKind.PasteTooLarge,
        $"A request may be {PasteLimits.LongestRequest} bytes at the most. Send of each output the lines that its check speaks of.",
        [new FieldProblem("observations", $"must be at most {MostObservations}, with outputs of at most {LongestOutput} bytes of UTF-8")]);

    public static ProblemResult UnsupportedMediaType() => new(
        ProblemKind.UnsupportedMediaType,
        "Send the observations as application/json, not compressed, or nothing at all to begin. A charset must be one that .NET knows, such as utf-8.");
}
