using Benchr.Diagnosis.Readings;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Answers;

/// <summary>The answer to a paste.</summary>
public sealed record DiagnosisResult
{
    /// <summary>How it came out.</summary>
    public required DiagnosisOutcome Outcome { get; init; }

    /// <summary>The best answer; null when nothing was recognised.</summary>
    public required Diagnosed? Diagnosis { get; init; }

    /// <summary>Other answers worth naming, best first: rivals when ambiguous, the nearest records when unrecognised.</summary>
    public required IReadOnlyList<Candidate> Alternatives { get; init; }

    /// <summary>What the HTTP status alone means, when nothing better was recognised and the paste shows a status.</summary>
    public required CataloguedError? StatusMeaning { get; init; }

    /// <summary>What was understood of the paste.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Where the model that was called stands in its life; null when the paste names none or nothing is known of it.</summary>
    public required ModelLifecycle? Model { get; init; }

    /// <summary>What the user should know besides the answer.</summary>
    public required IReadOnlyList<SecretWarning> Warnings { get; init; }

    /// <summary>The paste with its secrets masked: as long as what was sent, so that the spans of the evidence fit it.</summary>
    public required string MaskedText { get; init; }
}

/// <summary>How a diagnosis came out.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KebabCaseEnumConverter<DiagnosisOutcome>))]
public enum DiagnosisOutcome
{
    /// <summary>One record stands out.</summary>
    Diagnosed,

    /// <summary>Several records explain the paste about equally well.</summary>
    Ambiguous,

    /// <summary>No record explains the paste.</summary>
    Unrecognized,
}

/// <summary>The best answer to a paste.</summary>
public sealed record Diagnosed
{
    /// <summary>The record.</summary>
    public required CataloguedError Error { get; init; }

    /// <summary>The cause; null where the paste does not tell.</summary>
    public required Cause? Cause { get; init; }

    /// <summary>How likely the record is right, from 0 to 1: of the answers at 0.9, nine in ten are.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether to send the request again: the cause's advice where it has its own, else the record's.</summary>
    public required Retry Retry { get; init; }

    /// <summary>How long to wait before sending again, in seconds, where the paste tells; null otherwise.</summary>
    public required double? RetryAfterSeconds { get; init; }

    /// <summary>Why this record and cause, strongest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>Another possible answer.</summary>
/// <param name="Error">The record.</param>
/// <param name="Cause">The cause, where the paste tells.</param>
/// <param name="Confidence">How likely it is, from 0 to 1.</param>
public sealed record Candidate(CataloguedError Error, Cause? Cause, double Confidence);

/// <summary>One reason to believe in an answer.</summary>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">The piece of the paste, secrets masked, at most 200 characters; empty when it was told beside the paste.</param>
/// <param name="Start">Where it begins in the paste as sent, in UTF-16 code units; -1 when it was told beside the paste.</param>
/// <param name="End">Where it ends in the paste as sent, exclusive; -1 when it was told beside the paste.</param>
/// <param name="Weight">How much it counts, in natural-log odds; negative when it speaks against.</param>
public sealed record Evidence(EvidenceKind Kind, string Text, int Start, int End, double Weight);

/// <summary>What kind of thing a piece of evidence is.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KebabCaseEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>A message signature.</summary>
    Message,

    /// <summary>An error code, type, alias or reason.</summary>
    Code,

    /// <summary>An HTTP status.</summary>
    Status,

    /// <summary>A fact of the reading that a cause names.</summary>
    Fact,

    /// <summary>An exception class.</summary>
    Exception,

    /// <summary>A host name.</summary>
    Host,

    /// <summary>A response header.</summary>
    Header,

    /// <summary>The shape of an error body.</summary>
    Envelope,

    /// <summary>The shape of a credential.</summary>
    Key,

    /// <summary>A model id.</summary>
    Model,

    /// <summary>Text that only one provider's answers hold.</summary>
    Text,

    /// <summary>A provider's name.</summary>
    Name,

    /// <summary>What the user told beside the paste.</summary>
    Hint,
}

/// <summary>A credential that stood in the paste.</summary>
/// <param name="Kind">Always <c>secret</c>.</param>
/// <param name="Provider">Whose credential it looks like; null when its shape does not tell.</param>
/// <param name="Masked">The credential with its middle gone.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record SecretWarning(string Kind, string? Provider, string Masked, string Advice);
