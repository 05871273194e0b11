using System.Text.Json;
using System.Text.Json.Nodes;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Pages.Errors;

/// <summary>A record as search engines read it.</summary>
internal static class RecordData
{
    /// <summary>The title of a record's page: what people search for stands in front.</summary>
    public static string TitleOf(ErrorRecord record, Catalogue catalogue)
    {
        var title = Prose.Plain(record.Title);
        var name = catalogue.FindProvider(record.Provider)?.Name ?? record.Provider;
        return title.Contains(record.Code, StringComparison.OrdinalIgnoreCase) && title.Contains(name, StringComparison.OrdinalIgnoreCase) ? title : $"{name} {record.Code}: {title}";
    }

    /// <summary>The day of the oldest change that is told.</summary>
    public static DateOnly PublishedOn(CataloguedError error) =>
        error.Record.Changelog.Count > 0 ? error.Record.Changelog.Min(change => change.Date) : DateOnly.FromDateTime(error.Modified.UtcDateTime);

    /// <summary>JSON-LD that can stand inside HTML: the serialiser writes angle brackets, ampersands and quotes as escapes.</summary>
    public static string Of(CataloguedError error, Catalogue catalogue, string host)
    {
        var record = error.Record;
        var address = host + Addresses.Of(record);
        var graph = new JsonArray
        {
            new JsonObject
            {
                ["@type"] = "TechArticle",
                ["@id"] = address,
                ["headline"] = TitleOf(record, catalogue),
                ["description"] = Prose.Plain(record.Summary),
                ["url"] = address,
                ["inLanguage"] = "en",
                ["datePublished"] = Words.Iso(PublishedOn(error)),
                ["dateModified"] = Words.Iso(DateOnly.FromDateTime(error.Modified.UtcDateTime)),
                ["keywords"] = new JsonArray([.. record.Aliases.Prepend(record.Code).Select(word => JsonValue.Create(word))]),
                ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Benchr", ["url"] = host + "/" },
                ["citation"] = new JsonArray([.. record.Sources.Select(source => JsonValue.Create(source.Url))]),
            },
            Trail(record, catalogue, host),
        };
        if (record.Faq.Count > 0)
        {
            graph.Add(new JsonObject
            {
                ["@type"] = "FAQPage",
                ["@id"] = $"{address}#questions",
                ["mainEntity"] = new JsonArray([.. record.Faq.Select(Question)]),
            });
        }

        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject Question(FaqEntry entry) => new()
    {
        ["@type"] = "Question",
        ["name"] = Prose.Plain(entry.Question),
        ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = Prose.Plain(entry.Answer) },
    };

    private static JsonObject Trail(ErrorRecord record, Catalogue catalogue, string host)
    {
        JsonObject Step(int position, string name, string path) => new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = host + path };
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray(
                Step(1, "Errors", "/errors"),
                Step(2, catalogue.FindProvider(record.Provider)?.Name ?? record.Provider, Addresses.Provider(record.Provider)),
                Step(3, record.Code, Addresses.Of(record))),
        };
    }
}
