namespace Benchr.Storage.Model;

/// <summary>The lifecycle of a model on one platform as it is stored.</summary>
public sealed class ModelRow : IDocumentRow
{
    /// <summary>Platform and model, <c>openai/gpt-4-0314</c>.</summary>
    public required string Id { get; set; }

    /// <summary>The id of the provider that serves it.</summary>
    public required string Platform { get; set; }

    /// <summary>The day from which on it no longer answers, if one is published.</summary>
    public DateOnly? Retirement { get; set; }

    /// <summary>The whole lifecycle as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of the body, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary>How often it has been written, from 1.</summary>
    public required int Revision { get; set; }

    /// <summary>When it was written last, UTC.</summary>
    public required DateTimeOffset Modified { get; set; }
}
