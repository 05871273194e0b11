namespace Benchr.Knowledge.Records;

/// <summary>
/// The knowledge about one error code of one provider: one YAML file in <c>seed/errors/&lt;provider&gt;/</c>.
/// </summary>
/// <remarks>
/// Lists that a document leaves out are empty, never null: the generated JSON reader hands null to init accessors of
/// absent members, so they are written to take it.
/// </remarks>
public sealed record ErrorRecord
{
    /// <summary>Id of the provider that emits the error; the folder the file stands in.</summary>
    public required string Provider { get; init; }

    /// <summary>The code, spelled as the provider spells it; the HTTP status where the provider has no code.</summary>
    public required string Code { get; init; }

    /// <summary>Other spellings under which people meet this error: types, reasons, opening words of the message.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>What a person would put in a heading.</summary>
    public required string Title { get; init; }

    /// <summary>One line: what happened and what to do about it.</summary>
    public required string Summary { get; init; }

    /// <summary>How much of the record is filled in.</summary>
    public required Depth Depth { get; init; }

    /// <summary>HTTP statuses the error arrives under, likeliest first; empty when there was no HTTP answer.</summary>
    public IReadOnlyList<int> Status { get; init => field = value ?? []; } = [];

    /// <summary>The value of the body's type field that goes with this code, if the provider sends one.</summary>
    public string? Type { get; init; }

    /// <summary>What kind of failure this is.</summary>
    public required Category Category { get; init; }

    /// <summary>How much it hurts: whether the caller can go on.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether sending the same request again can help.</summary>
    public required Retry Retry { get; init; }

    /// <summary>Exception classes under which SDKs throw this error, as they are printed.</summary>
    public IReadOnlyList<string> Sdk { get; init => field = value ?? []; } = [];

    /// <summary>What the error says about the request, in Markdown.</summary>
    public required string Meaning { get; init; }

    /// <summary>A representative HTTP response and what to notice in it.</summary>
    public SampleResponse? Response { get; init; }

    /// <summary>The distinct situations behind the code, likeliest first.</summary>
    public IReadOnlyList<Cause> Causes { get; init => field = value ?? []; } = [];

    /// <summary>Steps that find out which cause it is, in order.</summary>
    public IReadOnlyList<Check> Checks { get; init => field = value ?? []; } = [];

    /// <summary>The short answer, in Markdown.</summary>
    public required string Fix { get; init; }

    /// <summary>Habits that keep the error from coming back, in Markdown, one each.</summary>
    public IReadOnlyList<string> Prevention { get; init => field = value ?? []; } = [];

    /// <summary>What people try that does not help.</summary>
    public IReadOnlyList<Misfix> Misfixes { get; init => field = value ?? []; } = [];

    /// <summary>Questions that people ask about the error.</summary>
    public IReadOnlyList<FaqEntry> Faq { get; init => field = value ?? []; } = [];

    /// <summary>Records that are taken for this one, and how to tell them apart.</summary>
    public IReadOnlyList<RelatedRecord> Related { get; init => field = value ?? []; } = [];

    /// <summary>Where the claims of the record come from.</summary>
    public IReadOnlyList<Source> Sources { get; init => field = value ?? []; } = [];

    /// <summary>What changed in the record, newest first.</summary>
    public IReadOnlyList<Change> Changelog { get; init => field = value ?? []; } = [];

    /// <summary>Pastes that must be diagnosed as this record; a test runs them all.</summary>
    public IReadOnlyList<Example> Examples { get; init => field = value ?? []; } = [];

    /// <summary>Pastes that look like this record and must not be diagnosed as it; a test runs them all.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init => field = value ?? []; } = [];

    /// <summary>The record's id: <c>provider/code</c>.</summary>
    public string Id() => $"{Provider}/{Code}";

    /// <summary>The day on which every claim was last known to hold: the oldest of the sources' dates.</summary>
    public DateOnly? Verified() => Sources.Count == 0 ? null : Sources.Min(source => source.Verified);
}
