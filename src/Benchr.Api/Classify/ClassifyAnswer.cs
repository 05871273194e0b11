using System.Text.Json.Serialization;
using Benchr.Api.Answers;
using Benchr.Api.Models;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Readings;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Classify;

/// <summary>The answer to a paste.</summary>
public sealed record ClassifyAnswer
{
    /// <summary>How it came out.</summary>
    public required DiagnosisOutcome Outcome { get; init; }

    /// <summary>The best answer; null when nothing was recognised.</summary>
    public required DiagnosisAnswer? Diagnosis { get; init; }

    /// <summary>Other answers worth naming, best first: rivals when ambiguous, the nearest records when unrecognised.</summary>
    public required IReadOnlyList<AlternativeAnswer> Alternatives { get; init; }

    /// <summary>What the HTTP status alone means; only when nothing better was recognised and the paste shows a status.</summary>
    public required StatusMeaning? StatusMeaning { get; init; }

    /// <summary>What was understood of the paste.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Where the model that was called stands in its life; null when the paste names none or nothing is known of it.</summary>
    public required ModelLifecycleAnswer? Model { get; init; }

    /// <summary>The version of the knowledge that answered.</summary>
    public required string Catalogue { get; init; }

    /// <summary>What to know besides the answer, such as a key that stood in the paste.</summary>
    public required IReadOnlyList<SecretWarning> Warnings { get; init; }
}

/// <summary>The best answer to a paste.</summary>
public sealed record DiagnosisAnswer
{
    /// <summary>The error.</summary>
    public required ErrorReference Error { get; init; }

    /// <summary>The cause; null where the paste does not tell.</summary>
    public required CauseAnswer? Cause { get; init; }

    /// <summary>How likely the record is right, from 0 to 1.</summary>
    [System.ComponentModel.DataAnnotations.Range(0d, 1d)]
    public required double Confidence { get; init; }

    /// <summary>What kind of failure it is: the cause's where it has its own.</summary>
    public required Category Category { get; init; }

    /// <summary>How much it hurts.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether to send the request again.</summary>
    public required RetryAnswer Retry { get; init; }

    /// <summary>What the error says about the request, in Markdown.</summary>
    public required string Meaning { get; init; }

    /// <summary>What to do: the cause's fix where the cause is known, else the record's, in Markdown.</summary>
    public required string Fix { get; init; }

    /// <summary>Steps that find out which cause it is.</summary>
    [JsonConverter(typeof(WrittenOnceConverter<IReadOnlyList<Check>>))]
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Where the checks begin that tell its causes apart; null when the record has no checks.</summary>
    public required NextStep? Next { get; init; }

    /// <summary>Questions that people ask about the error.</summary>
    [JsonConverter(typeof(WrittenOnceConverter<IReadOnlyList<FaqEntry>>))]
    public required IReadOnlyList<FaqEntry> Faq { get; init; }

    /// <summary>Why this record and cause, strongest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>An error record by name.</summary>
/// <param name="Id">The record's id: <c>provider/code</c>.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Code">The code, spelled as the provider spells it.</param>
/// <param name="Title">What a person would put in a heading.</param>
/// <param name="Url">The address of the whole record.</param>
public sealed record ErrorReference(string Id, string Provider, string Code, string Title, string Url);

/// <summary>The cause of an error.</summary>
/// <param name="Slug">Its name inside the record.</param>
/// <param name="Title">The situation in a few words.</param>
/// <param name="Explanation">How it comes about, in Markdown.</param>
/// <param name="Fix">What to do about it, in Markdown.</param>
public sealed record CauseAnswer(string Slug, string Title, string Explanation, string Fix);

/// <summary>How to go on from a diagnosis to the cause.</summary>
/// <param name="Url">The address to which what the checks print is sent, with POST.</param>
/// <param name="Check">The check to begin with.</param>
public sealed record NextStep(string Url, CheckReference Check);

/// <summary>A check by name.</summary>
/// <param name="Slug">Its name inside the record.</param>
/// <param name="Title">The question that it answers.</param>
public sealed record CheckReference(string Slug, string Title);

/// <summary>Whether to send the request again.</summary>
/// <param name="Advice">The advice in one word.</param>
/// <param name="AfterSeconds">How long to wait first, in seconds, where the paste tells; null otherwise.</param>
/// <param name="Note">What the advice means here.</param>
public sealed record RetryAnswer(RetryAdvice Advice, double? AfterSeconds, string? Note);

/// <summary>Another possible answer.</summary>
/// <param name="Error">The error.</param>
/// <param name="Cause">The cause, where the paste tells.</param>
/// <param name="Confidence">How likely it is, from 0 to 1.</param>
public sealed record AlternativeAnswer(ErrorReference Error, CauseAnswer? Cause, double Confidence);

/// <summary>What an HTTP status alone means.</summary>
/// <param name="Error">The record of the status.</param>
/// <param name="Meaning">What it says about the request, in Markdown.</param>
/// <param name="Fix">What to do, in Markdown.</param>
/// <param name="Retry">Whether to send the request again.</param>
public sealed record StatusMeaning(ErrorReference Error, string Meaning, string Fix, RetryAnswer Retry);
