namespace Benchr.Api.Pages;

/// <summary>What a page says about itself to browsers, search engines and whoever links to it.</summary>
/// <param name="Title">The title, without the name of the site.</param>
/// <param name="Description">One sentence or two about it, in plain text.</param>
/// <param name="Path">The one address of the page, without host: escaped, beginning with a slash.</param>
public sealed record PageHead(string Title, string Description, string Path)
{
    /// <summary>Script modules that make the page better, by file name.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>The page as JSON-LD, serialised so that it can stand inside HTML; null where there is none.</summary>
    public string? StructuredData { get; init; }

    /// <summary>Whether search engines should leave it out, as answers, errors and filtered lists.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>When the content was published first; null where it is no article.</summary>
    public DateOnly? Published { get; init; }
}
