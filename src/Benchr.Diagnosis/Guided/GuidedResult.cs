using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Guided;

/// <summary>How far the checks of a record have come: which causes are left, and what to run next.</summary>
public sealed record GuidedResult
{
    /// <summary>Whether the observations decide for one cause.</summary>
    public bool IsConcluded => Cause is not null;

    /// <summary>The cause that they decide for; null while more than one is possible or they contradict each other.</summary>
    public required Cause? Cause { get; init; }

    /// <summary>The causes that are still possible, likeliest first: what an outcome points to, then the record's order.</summary>
    public required IReadOnlyList<PossibleCause> Possible { get; init; }

    /// <summary>The causes that an outcome excludes, in the record's order.</summary>
    public required IReadOnlyList<RuledOutCause> RuledOut { get; init; }

    /// <summary>The check to run next; null when none is left that could change the answer.</summary>
    public required Check? Next { get; init; }

    /// <summary>How each observation was understood, in the record's order, whatever order they came in.</summary>
    public required IReadOnlyList<ReadObservation> Observations { get; init; }

    /// <summary>Where the observations contradict each other; nothing is concluded while they do.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Secrets that stood in the outputs, masked.</summary>
    public required IReadOnlyList<SecretWarning> Warnings { get; init; }
}

/// <summary>A cause that is still possible.</summary>
/// <param name="Slug">Its name inside the record.</param>
/// <param name="Title">The situation in a few words.</param>
/// <param name="Fix">What to do about it, in Markdown.</param>
/// <param name="Unchecked">Why no check tells this cause, where none does.</param>
/// <param name="Why">The outcomes that point to it; empty when it is only not ruled out.</param>
public sealed record PossibleCause(string Slug, string Title, string Fix, string? Unchecked, IReadOnlyList<SeenOutcome> Why);

/// <summary>A cause that is excluded.</summary>
/// <param name="Slug">Its name inside the record.</param>
/// <param name="Title">The situation in a few words.</param>
/// <param name="Why">The outcomes that exclude it.</param>
public sealed record RuledOutCause(string Slug, string Title, IReadOnlyList<SeenOutcome> Why);

/// <summary>An outcome of a check.</summary>
/// <param name="Check">The check's slug.</param>
/// <param name="Outcome">The outcome's slug.</param>
/// <param name="When">What the person sees.</param>
/// <param name="Means">What that says.</param>
public sealed record SeenOutcome(string Check, string Outcome, string When, string Means);
