namespace Benchr.Storage.Model;

/// <summary>A provider as it is stored.</summary>
public sealed class ProviderRow : IDocumentRow
{
    /// <summary>The provider's id.</summary>
    public required string Id { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its kind, as a word.</summary>
    public required string Kind { get; set; }

    /// <summary>The whole provider as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of the body, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary>How often it has been written, from 1.</summary>
    public required int Revision { get; set; }

    /// <summary>When it was written last, UTC.</summary>
    public required DateTimeOffset Modified { get; set; }
}
