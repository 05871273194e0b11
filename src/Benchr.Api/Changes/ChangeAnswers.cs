using System.Text.Json.Serialization;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Api.Changes;

/// <summary>A page of what changed.</summary>
public sealed record ChangePage
{
    /// <summary>The changes, first ones first.</summary>
    public required IReadOnlyList<KnowledgeChange> Items { get; init; }

    /// <summary>What to send as <c>since</c> next time, now or tomorrow; null only when nothing was ever written.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Whether there are more changes behind this page already.</summary>
    public required bool HasMore { get; init; }
}

/// <summary>One change of one document of the knowledge. The line of an export is the last change of its document.</summary>
public sealed record KnowledgeChange
{
    /// <summary>The position behind this change, good as <c>since</c>.</summary>
    public required string Cursor { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>The kind of document.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>The document's id: <c>provider/code</c> of an error record, <c>platform/model</c> of a model.</summary>
    public required string Id { get; init; }

    /// <summary>The document's revision after the change, from 1; one that comes back after it was withdrawn counts on.</summary>
    public required int Revision { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the document's JSON as it stands here, lower-case hexadecimal; absent when withdrawn.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The error record after the change, where it is one.</summary>
    public ErrorRecord? Error { get; init; }

    /// <summary>The provider after the change, where it is one.</summary>
    public Provider? Provider { get; init; }

    /// <summary>The lifecycle of a model after the change, where it is one.</summary>
    public Model? Model { get; init; }
}

/// <summary>What happened to a document.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It has new content.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Withdrawn,
}

/// <summary>A kind of document.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EntityKind>))]
public enum EntityKind
{
    /// <summary>An error record.</summary>
    Error,

    /// <summary>A provider.</summary>
    Provider,

    /// <summary>The lifecycle of a model on one platform.</summary>
    Model,
}
