using System.Text;

namespace Benchr.Api.Markdown;

/// <summary>Writes Markdown block by block, with one empty line between blocks.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder text = new();
    private bool isList;

    /// <summary>A heading.</summary>
    /// <param name="level">From 1, the largest.</param>
    /// <param name="heading">What it says, as Markdown.</param>
    public MarkdownWriter Heading(int level, string heading) => Block($"{new string('#', level)} {MarkdownText.Inline(heading)}");

    /// <summary>A block that is Markdown already.</summary>
    public MarkdownWriter Prose(string markdown) => string.IsNullOrWhiteSpace(markdown) ? this : Block(markdown.Trim().ReplaceLineEndings("\n"));

    /// <summary>A block with a bold word in front.</summary>
    public MarkdownWriter Labelled(string label, string markdown) => Prose($"**{label}:** {markdown}");

    /// <summary>A quotation.</summary>
    public MarkdownWriter Quote(string markdown) => Block($"> {MarkdownText.Inline(markdown)}");

    /// <summary>An item of a list; items that follow each other are one list.</summary>
    public MarkdownWriter Item(string markdown)
    {
        var lines = markdown.Trim().ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);
        text.Append(isList || text.Length == 0 ? "" : "\n").Append("- ").Append(lines).Append('\n');
        isList = true;
        return this;
    }

    /// <summary>Items of a list, with a heading, if there are any.</summary>
    public MarkdownWriter Section(int level, string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            Heading(level, heading);
            all.ForEach(item => Item(item));
        }

        return this;
    }

    /// <summary>Text that is shown as it is.</summary>
    /// <param name="language">What it is written in; may be empty.</param>
    /// <param name="block">The text.</param>
    public MarkdownWriter Fence(string language, string block)
    {
        var fence = MarkdownText.Fence(block);
        return Block($"{fence}{language}\n{block.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}");
    }

    public override string ToString() => text.ToString();

    private MarkdownWriter Block(string block)
    {
        text.Append(text.Length == 0 ? "" : "\n").Append(block).Append('\n');
        isList = false;
        return this;
    }
}
