using System.Collections.Concurrent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Benchr.Api.Pages;

/// <summary>Renders the Markdown of one version of the knowledge, each text once. HTML in it is shown as text and never becomes markup.</summary>
public sealed class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    private readonly ConcurrentDictionary<string, MarkupString> blocks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MarkupString> lines = new(StringComparer.Ordinal);

    /// <summary>A text as paragraphs and lists.</summary>
    /// <param name="markdown">A text of the knowledge; nothing that a caller wrote, for it is kept.</param>
    public MarkupString Block(string markdown) => blocks.GetOrAdd(markdown, static text => new MarkupString(Render(text)));

    /// <summary>A text of one paragraph, to stand inside an element.</summary>
    /// <param name="markdown">A text of the knowledge; nothing that a caller wrote, for it is kept.</param>
    public MarkupString Line(string markdown) => lines.GetOrAdd(markdown, static text => new MarkupString(WithoutParagraph(Render(text))));

    /// <summary>A text without any markup, for titles and descriptions.</summary>
    public static string Plain(string markdown) => Markdig.Markdown.ToPlainText(markdown, Pipeline).Trim().ReplaceLineEndings(" ");

    private static string Render(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            // Nothing is loaded from elsewhere, and no link runs anything.
            link.IsImage = false;
            link.Url = IsSafe(link.Url) ? link.Url : "#";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)))
        {
            link.Url = "#";
        }

        return document.ToHtml(Pipeline).Trim();
    }

    private static bool IsSafe(string? address) =>
        address is ['/' or '#', ..] || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto");

    private static string WithoutParagraph(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf("</p>", StringComparison.Ordinal) == html.Length - 4 ? html[3..^4] : html;
}
