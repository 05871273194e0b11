using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Names;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>A paste, taken apart, before anybody asks which provider it is from.</summary>
internal sealed record ReadPaste
{
    /// <summary>The text, secrets masked; every span refers to it, and so to the paste as sent.</summary>
    public required string Text { get; init; }

    public required PasteForm Form { get; init; }

    public required FoldedText Folded { get; init; }

    public required StructuredText Structure { get; init; }

    public required List<HeaderLine> Lines { get; init; }

    public required List<Word> Words { get; init; }

    public required IReadOnlyList<KeyEcho> Echoes { get; init; }

    public required StatusSighting? Status { get; init; }

    public required List<Fact> Facts { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The model that was called, where the paste names one.</summary>
    public string? Model { get; init; }

    /// <summary>The day that decides whether a model is retired.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The first fact of a name, or null.</summary>
    public string? FirstFact(string name) => FirstFact(name, static _ => true);

    /// <summary>The first fact of a name whose value will do, or null.</summary>
    public string? FirstFact(string name, Func<string, bool> willDo)
    {
        foreach (var fact in Facts)
        {
            if (fact.Name == name && willDo(fact.Value))
            {
                return fact.Value;
            }
        }

        return null;
    }
}

/// <summary>Something that the paste says, under the name that signals use.</summary>
/// <param name="Name">The fact's name, one of <see cref="FactNames"/>.</param>
/// <param name="Value">What the paste says.</param>
/// <param name="Start">Where it begins; -1 when it was told beside the paste.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Fact(string Name, string Value, int Start, int End);

/// <summary>The names of facts, as signals in the seed spell them.</summary>
internal static class FactNames
{
    public const string Message = "message";
    public const string Status = "status";
    public const string Code = "code";
    public const string Type = "type";
    public const string Parameter = "param";
    public const string Reason = "reason";
    public const string RequestId = "requestId";
    public const string Model = "model";
    public const string RetryAfter = "retryAfter";
    public const string RetryAt = "retryAt";
    public const string FinishReason = "finishReason";
    public const string QuotaId = "quotaId";
    public const string QuotaMetric = "quotaMetric";
    public const string QuotaValue = "quotaValue";
    public const string Limit = "limit";
    public const string Used = "used";
    public const string Requested = "requested";
    public const string RequestExceedsLimit = "requestExceedsLimit";
    public const string TokensAllowed = "tokensAllowed";
    public const string TokensRequested = "tokensRequested";
    public const string Deployment = "deployment";
    public const string Region = "region";
    public const string Organization = "organization";
    public const string Project = "project";
    public const string ModelStatus = "modelStatus";
    public const string KeyRelation = "keyRelation";
}
