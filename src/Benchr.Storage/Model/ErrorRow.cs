namespace Benchr.Storage.Model;

/// <summary>An error record as it is stored: what is queried as columns, the rest in one JSON body.</summary>
public sealed class ErrorRow : IDocumentRow
{
    /// <summary>The record's id, spelled as the provider spells its code.</summary>
    public required string Id { get; set; }

    /// <summary>The id in lower case; not unique, since two codes may differ in case only.</summary>
    public required string IdLower { get; set; }

    /// <summary>The provider's id.</summary>
    public required string ProviderId { get; set; }

    /// <summary>The code.</summary>
    public required string Code { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>The one-line summary.</summary>
    public required string Summary { get; set; }

    /// <summary>The category, as a word.</summary>
    public required string Category { get; set; }

    /// <summary>The severity, as a word.</summary>
    public required string Severity { get; set; }

    /// <summary>The retry advice, as a word.</summary>
    public required string Retry { get; set; }

    /// <summary>The depth, as a word.</summary>
    public required string Depth { get; set; }

    /// <summary>The day on which every claim was last known to hold.</summary>
    public required DateOnly? Verified { get; set; }

    /// <summary>Where the present content comes from.</summary>
    public required string Origin { get; set; }

    /// <summary>The whole record as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of the body, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary>How often it has been written, from 1.</summary>
    public required int Revision { get; set; }

    /// <summary>When it was written last, UTC.</summary>
    public required DateTimeOffset Modified { get; set; }

    bool IDocumentRow.IsEdited => Origin == Origins.Edited;

    /// <summary>The HTTP statuses it arrives under.</summary>
    public List<ErrorStatusRow> Statuses { get; } = [];

    /// <summary>The names it is met under.</summary>
    public List<ErrorNameRow> Names { get; } = [];
}

/// <summary>One HTTP status of an error record.</summary>
public sealed class ErrorStatusRow
{
    /// <summary>The record's id.</summary>
    public string ErrorId { get; set; } = "";

    /// <summary>The status.</summary>
    public required int Status { get; set; }
}

/// <summary>One name of an error record besides its code.</summary>
public sealed class ErrorNameRow
{
    /// <summary>The record's id.</summary>
    public string ErrorId { get; set; } = "";

    /// <summary><c>alias</c>, <c>type</c> or <c>sdk</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The name in lower case.</summary>
    public required string NameLower { get; set; }
}

/// <summary>Where the content of a record comes from.</summary>
public static class Origins
{
    /// <summary>From the seed; a later seed run may change it.</summary>
    public const string Seed = "seed";

    /// <summary>From an edit through the API; a seed run leaves it alone.</summary>
    public const string Edited = "edited";
}
