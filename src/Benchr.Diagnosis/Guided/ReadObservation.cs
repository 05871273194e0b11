using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Guided;

/// <summary>How an observation was understood.</summary>
/// <param name="Check">The check's slug.</param>
/// <param name="Reading">How its outcome is known.</param>
/// <param name="Outcome">The slug of the outcome; null when the output does not tell.</param>
/// <param name="Candidates">
/// What to choose from when the output does not tell: the outcomes whose patterns it matches; where there are none, those that have no
/// pattern and only a person recognises; where there are none of these either, all.
/// </param>
public sealed record ReadObservation(string Check, ObservationReading Reading, string? Outcome, IReadOnlyList<SeenOutcome> Candidates);

/// <summary>How the outcome of an observation is known.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ObservationReading>))]
public enum ObservationReading
{
    /// <summary>It was named.</summary>
    Named,

    /// <summary>The output matches the pattern of this outcome and of no other.</summary>
    Matched,

    /// <summary>The output matches the patterns of several outcomes, so none is taken.</summary>
    Ambiguous,

    /// <summary>The output matches no pattern.</summary>
    Unmatched,
}
