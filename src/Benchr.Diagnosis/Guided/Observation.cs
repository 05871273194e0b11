namespace Benchr.Diagnosis.Guided;

/// <summary>What came out of one check of a record: the outcome that was seen, or what the command printed.</summary>
public sealed record Observation
{
    /// <summary>Longest output that is read, in bytes of UTF-8 and in UTF-16 code units alike.</summary>
    public const int LongestOutput = 16 * 1024;

    /// <summary>The check's slug.</summary>
    public required string Check { get; init; }

    /// <summary>The slug of the outcome that was seen; null where the output is given.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the command printed, raw; null where the outcome is given.</summary>
    public string? Output { get; init; }
}
