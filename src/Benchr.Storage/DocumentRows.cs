using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage.Model;

namespace Benchr.Storage;

/// <summary>What is written on a row beside what its document says.</summary>
/// <param name="Content">The document as JSON.</param>
/// <param name="Revision">How often it has been written, this time included.</param>
/// <param name="Now">The instant of writing.</param>
internal sealed record Stamp(Document Content, int Revision, DateTimeOffset Now);

/// <summary>A document of the seed, and how its row is made and brought up to date.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Content">The document as JSON.</param>
/// <param name="Create">Makes the row.</param>
/// <param name="Update">Sets what is queried; body, hash and revision are set by whoever calls.</param>
internal sealed record SeedDocument<TRow>(string Id, Document Content, Func<Stamp, TRow> Create, Action<TRow> Update);

/// <summary>Turns the documents of a seed into rows.</summary>
internal static class DocumentRows
{
    public static SeedDocument<ErrorRow> Of(ErrorRecord record) =>
        new(record.Id(), Document.Of(record), stamp => ErrorRows.Create(record, stamp), row => ErrorRows.Update(row, record));

    public static SeedDocument<ProviderRow> Of(Provider provider) => new(
        provider.Id,
        Document.Of(provider),
        stamp => new ProviderRow
        {
            Id = provider.Id,
            Name = provider.Name,
            Kind = Word.Of(provider.Kind),
            Body = stamp.Content.Body,
            ContentHash = stamp.Content.ContentHash,
            Revision = stamp.Revision,
            Modified = stamp.Now,
        },
        row => (row.Name, row.Kind) = (provider.Name, Word.Of(provider.Kind)));

    public static SeedDocument<ModelRow> Of(string platform, Benchr.Knowledge.Records.Model model)
    {
        var id = $"{platform}/{model.Id}";
        return new(
            id,
            Document.Of(model),
            stamp => new ModelRow
            {
                Id = id,
                Platform = platform,
                Retirement = model.Retirement,
                Body = stamp.Content.Body,
                ContentHash = stamp.Content.ContentHash,
                Revision = stamp.Revision,
                Modified = stamp.Now,
            },
            row => row.Retirement = model.Retirement);
    }
}
