using Benchr.Api.Errors;
using Benchr.Api.Providers;
using Benchr.Knowledge.Serialization;
using static Benchr.Api.Markdown.MarkdownText;

namespace Benchr.Api.Markdown;

/// <summary>A provider and its records as Markdown.</summary>
internal static class ProviderMarkdown
{
    public static string Of(ProviderDetail detail)
    {
        var provider = detail.Provider;
        return new MarkdownWriter()
            .Heading(1, $"Errors of {Plain(provider.Name)}")
            .Quote(provider.Summary)
            .Prose(provider.Envelope)
            .Section(2, "Records", detail.Errors.Select(Item))
            .Section(2, "Hosts", provider.Hosts.Select(Code))
            .Section(2, "Sources", provider.Sources.Select(source => Link(source.Title, source.Url)))
            .ToString();
    }

    /// <summary>A record in a list, with a link to its Markdown.</summary>
    public static string Item(ErrorSummary error) =>
        $"{Link(error.Id, $"{error.Url}.md")}: {Plain(error.Title)} ({Word.Of(error.Category)}). {Inline(error.Summary)}";
}
