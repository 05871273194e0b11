namespace Benchr.Storage.Model;

/// <summary>One change of one document; the sequence orders all changes.</summary>
public sealed class RevisionRow
{
    /// <summary>Position among all changes, from 1.</summary>
    public long Sequence { get; set; }

    /// <summary><c>provider</c>, <c>error</c> or <c>model</c>.</summary>
    public required string Entity { get; set; }

    /// <summary>The document's id.</summary>
    public required string EntityId { get; set; }

    /// <summary>The document's revision after the change.</summary>
    public required int Revision { get; set; }

    /// <summary><c>added</c>, <c>changed</c> or <c>withdrawn</c>.</summary>
    public required string Change { get; set; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>SHA-256 of the body after the change; null when withdrawn.</summary>
    public string? ContentHash { get; set; }

    /// <summary>The body after the change; null when withdrawn.</summary>
    public string? Body { get; set; }
}

/// <summary>What the database knows about itself: one row.</summary>
public sealed class KnowledgeStateRow
{
    /// <summary>The only id there is.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public required int Id { get; set; }

    /// <summary>SHA-256 over the seed files of the last seed run.</summary>
    public required string SeedFingerprint { get; set; }

    /// <summary>The version of the knowledge, for instance <c>2026-11-23.4f1c2a</c>.</summary>
    public required string Version { get; set; }

    /// <summary>When the knowledge changed last, UTC.</summary>
    public required DateTimeOffset Modified { get; set; }
}
