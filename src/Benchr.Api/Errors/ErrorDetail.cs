using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Errors;

/// <summary>A whole error record.</summary>
public sealed record ErrorDetail
{
    /// <summary>The record's id: <c>provider/code</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The address of this record.</summary>
    public required string Url { get; init; }

    /// <summary>The day on which every claim was last known to hold.</summary>
    public required DateOnly? Verified { get; init; }

    /// <summary>When the record changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>How often it has been written, from 1.</summary>
    public required int Revision { get; init; }

    /// <inheritdoc cref="ErrorRecord.Provider"/>
    public required string Provider { get; init; }

    /// <inheritdoc cref="ErrorRecord.Code"/>
    public required string Code { get; init; }

    /// <inheritdoc cref="ErrorRecord.Aliases"/>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <inheritdoc cref="ErrorRecord.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="ErrorRecord.Summary"/>
    public required string Summary { get; init; }

    /// <inheritdoc cref="ErrorRecord.Depth"/>
    public required Depth Depth { get; init; }

    /// <inheritdoc cref="ErrorRecord.Status"/>
    public required IReadOnlyList<int> Status { get; init; }

    /// <inheritdoc cref="ErrorRecord.Type"/>
    public required string? Type { get; init; }

    /// <inheritdoc cref="ErrorRecord.Category"/>
    public required Category Category { get; init; }

    /// <inheritdoc cref="ErrorRecord.Severity"/>
    public required Severity Severity { get; init; }

    /// <inheritdoc cref="ErrorRecord.Retry"/>
    public required Retry Retry { get; init; }

    /// <inheritdoc cref="ErrorRecord.Sdk"/>
    public required IReadOnlyList<string> Sdk { get; init; }

    /// <inheritdoc cref="ErrorRecord.Meaning"/>
    public required string Meaning { get; init; }

    /// <inheritdoc cref="ErrorRecord.Response"/>
    public required SampleResponse? Response { get; init; }

    /// <inheritdoc cref="ErrorRecord.Causes"/>
    public required IReadOnlyList<Cause> Causes { get; init; }

    /// <inheritdoc cref="ErrorRecord.Checks"/>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <inheritdoc cref="ErrorRecord.Fix"/>
    public required string Fix { get; init; }

    /// <inheritdoc cref="ErrorRecord.Prevention"/>
    public required IReadOnlyList<string> Prevention { get; init; }

    /// <inheritdoc cref="ErrorRecord.Misfixes"/>
    public required IReadOnlyList<Misfix> Misfixes { get; init; }

    /// <inheritdoc cref="ErrorRecord.Faq"/>
    public required IReadOnlyList<FaqEntry> Faq { get; init; }

    /// <inheritdoc cref="ErrorRecord.Related"/>
    public required IReadOnlyList<RelatedRecord> Related { get; init; }

    /// <inheritdoc cref="ErrorRecord.Sources"/>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <inheritdoc cref="ErrorRecord.Changelog"/>
    public required IReadOnlyList<Change> Changelog { get; init; }

    /// <inheritdoc cref="ErrorRecord.Examples"/>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <inheritdoc cref="ErrorRecord.NearMisses"/>
    public required IReadOnlyList<NearMiss> NearMisses { get; init; }

    /// <summary>Makes the answer for a record.</summary>
    internal static ErrorDetail Of(CataloguedError error, HttpContext context)
    {
        var record = error.Record;
        return new ErrorDetail
        {
            Id = record.Id(),
            Url = Links.Error(context, record.Provider, record.Code),
            Verified = record.Verified(),
            Modified = error.Modified,
            Revision = error.Revision,
            Provider = record.Provider,
            Code = record.Code,
            Aliases = record.Aliases,
            Title = record.Title,
            Summary = record.Summary,
            Depth = record.Depth,
            Status = record.Status,
            Type = record.Type,
            Category = record.Category,
            Severity = record.Severity,
            Retry = record.Retry,
            Sdk = record.Sdk,
            Meaning = record.Meaning,
            Response = record.Response,
            Causes = record.Causes,
            Checks = record.Checks,
            Fix = record.Fix,
            Prevention = record.Prevention,
            Misfixes = record.Misfixes,
            Faq = record.Faq,
            Related = record.Related,
            Sources = record.Sources,
            Changelog = record.Changelog,
            Examples = record.Examples,
            NearMisses = record.NearMisses,
        };
    }
}
