namespace Benchr.Storage.Model;

/// <summary>A document of the knowledge as it is stored: one JSON body, how often and when it was written.</summary>
internal interface IDocumentRow
{
    /// <summary>The document's id.</summary>
    public string Id { get; }

    /// <summary>The whole document as JSON.</summary>
    public string Body { get; set; }

    /// <summary>SHA-256 of the body, lower-case hexadecimal.</summary>
    public string ContentHash { get; set; }

    /// <summary>How often it has been written, from 1.</summary>
    public int Revision { get; set; }

    /// <summary>When it was written last, UTC.</summary>
    public DateTimeOffset Modified { get; set; }

    /// <summary>Whether its content comes from an edit, which a seed run leaves alone.</summary>
    public bool IsEdited => false;
}

/// <summary>The kinds of documents, as revisions name them.</summary>
public static class Entities
{
    /// <summary>A provider.</summary>
    public const string Provider = "provider";

    /// <summary>An error record.</summary>
    public const string Error = "error";

    /// <summary>The lifecycle of a model on one platform.</summary>
    public const string Model = "model";
}
