using System.Globalization;
using Benchr.Api.Catalogues;
using Benchr.Api.Markdown;
using Benchr.Api.Problems;

namespace Benchr.Api.Llms;

/// <summary>Writes the two texts.</summary>
internal static class LlmsText
{
    private const string Summary =
        "Your call to an LLM API failed. Send what you got, in whatever shape: Benchr answers whose error it is, what it means, which cause this one is, how to check, how to fix it, and whether to retry.";

    /// <summary>What the service is, how to use it, and links to everything it knows.</summary>
    public static string Short(Snapshot snapshot, HttpContext context)
    {
        var writer = Begin(snapshot, context)
            .Heading(2, "Providers");
        foreach (var provider in snapshot.Catalogue.Providers)
        {
            writer.Item($"{MarkdownText.Link(provider.Name, $"{Links.Base(context)}/v1/providers/{provider.Id}.md")}: {MarkdownText.Inline(provider.Summary)}");
        }

        writer.Section(2, "Errors", snapshot.Catalogue.Errors.Select(error => $"{RecordMarkdown.RecordLink(error.Record.Id(), context)}: {MarkdownText.Plain(error.Record.Title)}"));
        return writer
            .Heading(2, "Optional")
            .Item($"{MarkdownText.Link("Every record in brief", $"{Links.Base(context)}/llms-full.txt")}: this list with fixes and causes, in one text")
            .ToString();
    }

    /// <summary>The same with every record in brief.</summary>
    public static string Full(Snapshot snapshot, HttpContext context)
    {
        var writer = Begin(snapshot, context);
        foreach (var error in snapshot.Catalogue.Errors)
        {
            writer.Prose(RecordBrief.Of(error, 2, context));
        }

        return writer.ToString();
    }

    private static MarkdownWriter Begin(Snapshot snapshot, HttpContext context)
    {
        var address = Links.Base(context);
        var catalogue = snapshot.Catalogue;
        return new MarkdownWriter()
            .Heading(1, "Benchr")
            .Quote(Summary)
            .Prose("To diagnose an error, send its text as it is; keys in it are masked, and nothing is stored:")
            .Fence("sh", $"curl -s {address}/v1/classify -H 'Content-Type: text/plain' -H 'Accept: text/markdown' --data-binary @error.txt")
            .Prose("Every record and every provider is Markdown with `.md` behind its address, or with `Accept: text/markdown`; without, it is JSON.")
            .Prose(string.Create(CultureInfo.InvariantCulture, $"It knows {catalogue.Errors.Count} errors of {catalogue.Providers.Count} providers; version {catalogue.Version}."))
            .Heading(2, "Ways in")
            .Item($"{MarkdownText.Link("OpenAPI", $"{address}/openapi/v1.json")}: every operation with its limits")
            .Item($"{MarkdownText.Link("MCP", $"{address}/mcp")}: the same as tools, over streamable HTTP, without a key")
            .Item($"{MarkdownText.Link("Search", $"{address}/v1/errors?q=key+rejected")}: records by words")
            .Item($"{MarkdownText.Link("Lookup", $"{address}/v1/lookup?code=rate_limit_error")}: what a bare code or status can mean");
    }
}
