using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Benchr.Knowledge.Catalogues;
using Benchr.Storage.Changes;
using Benchr.Storage.Model;

namespace Benchr.Api.Changes;

/// <summary>The last changes for feed readers (RFC 4287).</summary>
internal static class ChangesFeed
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/atom+xml";

    /// <summary>Writes the feed.</summary>
    /// <param name="changes">The changes, latest first.</param>
    /// <param name="catalogue">The knowledge, for titles.</param>
    /// <param name="address">What links begin with.</param>
    public static byte[] Write(IReadOnlyList<ChangedDocument> changes, Catalogue catalogue, string address)
    {
        var feed = new SyndicationFeed(
            "Benchr: errors of LLM APIs",
            "What was added, changed and withdrawn.",
            new Uri($"{address}/v1/changes"),
            $"{address}/v1/changes.atom",
            catalogue.Modified,
            changes.Select(change => ItemOf(change, catalogue, address)))
        {
            Authors = { new SyndicationPerson { Name = "Benchr" } },
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri($"{address}/v1/changes.atom"), ContentType));
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true }))
        {
            feed.SaveAsAtom10(writer);
        }

        return output.ToArray();
    }

    private static SyndicationItem ItemOf(ChangedDocument change, Catalogue catalogue, string address)
    {
        var model = change.Id[(change.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var (title, summary) = change.Entity switch
        {
            Entities.Error when catalogue.FindError(change.Id) is { } error => (error.Record.Title, error.Record.Changelog.MaxBy(note => note.Date)?.Note ?? error.Record.Summary),
            Entities.Provider when catalogue.FindProvider(change.Id) is { } provider => (provider.Name, provider.Summary),
            Entities.Model when catalogue.FindModel(model).FirstOrDefault(entry => change.Id == $"{entry.Platform}/{entry.Model.Id}") is { Model: var life } =>
                (life.Retirement is { } day ? string.Create(CultureInfo.InvariantCulture, $"retirement {day:yyyy-MM-dd}") : "no day of retirement", life.Note ?? ""),
            _ => (change.Entity, ""),
        };
        var page = change.Entity switch
        {
            Entities.Error => $"{address}/v1/errors/{Escape(change.Id)}",
            Entities.Provider => $"{address}/v1/providers/{Escape(change.Id)}",
            _ => Models.ModelLifecycleAnswer.AddressOf(model, address),
        };
        return new SyndicationItem($"{change.Id} {change.Change}: {title}", summary, new Uri(page), $"{address}/v1/changes.atom#{ChangeCursor.Behind(change)}", change.At)
        {
            Categories = { new SyndicationCategory(change.Change), new SyndicationCategory(change.Entity) },
        };
    }

    private static string Escape(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
