using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Guided;

/// <summary>Observations that cannot all be right.</summary>
/// <param name="Kind">What is wrong with them.</param>
/// <param name="Message">The same in a sentence, with what to do.</param>
/// <param name="Cause">The slug of the cause that is concerned; null when it is none in particular.</param>
/// <param name="Outcomes">The outcomes that do not go together.</param>
public sealed record Contradiction(ContradictionKind Kind, string Message, string? Cause, IReadOnlyList<SeenOutcome> Outcomes);

/// <summary>How observations contradict each other.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ContradictionKind>))]
public enum ContradictionKind
{
    /// <summary>One check came out two ways; neither counts.</summary>
    OutcomesDiffer,

    /// <summary>An outcome points to a cause which another rules out.</summary>
    CauseRuledOut,

    /// <summary>Every cause is ruled out.</summary>
    NothingLeft,
}
