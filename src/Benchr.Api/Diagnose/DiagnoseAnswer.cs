using Benchr.Api.Classify;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Diagnose;

/// <summary>How far the checks of a record have come.</summary>
public sealed record DiagnoseAnswer
{
    /// <summary>The error.</summary>
    public required ErrorReference Error { get; init; }

    /// <summary>Whether the observations decide for one cause.</summary>
    public required bool Concluded { get; init; }

    /// <summary>The cause that they decide for; null until they do.</summary>
    public required CauseAnswer? Cause { get; init; }

    /// <summary>What to do: the cause's fix once it is known, else the record's, in Markdown.</summary>
    public required string Fix { get; init; }

    /// <summary>What kind of failure it is: the cause's once it is known and where it has its own.</summary>
    public required Category Category { get; init; }

    /// <summary>Whether to send the failed request again.</summary>
    public required RetryAnswer Retry { get; init; }

    /// <summary>The causes that are still possible, likeliest first.</summary>
    public required IReadOnlyList<PossibleCause> Possible { get; init; }

    /// <summary>The causes that an outcome excludes.</summary>
    public required IReadOnlyList<RuledOutCause> RuledOut { get; init; }

    /// <summary>The check to run next; null when none is left that could change the answer.</summary>
    public required Check? Next { get; init; }

    /// <summary>How each observation was understood, in the order of the record's checks.</summary>
    public required IReadOnlyList<ReadObservation> Observations { get; init; }

    /// <summary>Where the observations contradict each other; nothing is concluded while they do.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>The version of the knowledge that answered.</summary>
    public required string Catalogue { get; init; }

    /// <summary>What to know besides the answer, such as a key that stood in an output.</summary>
    public required IReadOnlyList<SecretWarning> Warnings { get; init; }

    /// <summary>Makes the answer for a record.</summary>
    internal static DiagnoseAnswer Of(GuidedResult result, CataloguedError error, Catalogue catalogue, HttpContext context)
    {
        var retry = result.Cause?.Retry ?? error.Record.Retry;
        return new DiagnoseAnswer
        {
            Error = ClassifyAnswers.Of(error, context),
            Concluded = result.IsConcluded,
            Cause = ClassifyAnswers.Of(result.Cause),
            Fix = result.Cause?.Fix ?? error.Record.Fix,
            Category = result.Cause?.Category ?? error.Record.Category,
            Retry = new RetryAnswer(retry.Advice, null, retry.Note),
            Possible = result.Possible,
            RuledOut = result.RuledOut,
            Next = result.Next,
            Observations = result.Observations,
            Contradictions = result.Contradictions,
            Catalogue = catalogue.Version,
            Warnings = result.Warnings,
        };
    }
}
