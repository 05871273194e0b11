using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage.Model;

namespace Benchr.Storage;

/// <summary>Turns error records into rows.</summary>
internal static class ErrorRows
{
    public static ErrorRow Create(ErrorRecord record, Stamp stamp)
    {
        var row = new ErrorRow
        {
            Id = record.Id(),
            IdLower = record.Id().ToLowerInvariant(),
            ProviderId = record.Provider,
            Code = record.Code,
            Title = record.Title,
            Summary = record.Summary,
            Category = Word.Of(record.Category),
            Severity = Word.Of(record.Severity),
            Retry = Word.Of(record.Retry.Advice),
            Depth = Word.Of(record.Depth),
            Verified = record.Verified(),
            Origin = Origins.Seed,
            Body = stamp.Content.Body,
            ContentHash = stamp.Content.ContentHash,
            Revision = stamp.Revision,
            Modified = stamp.Now,
        };
        AddDetails(row, record);
        return row;
    }

    public static void Update(ErrorRow row, ErrorRecord record)
    {
        (row.Title, row.Summary, row.Verified) = (record.Title, record.Summary, record.Verified());
        (row.Category, row.Severity) = (Word.Of(record.Category), Word.Of(record.Severity));
        (row.Retry, row.Depth) = (Word.Of(record.Retry.Advice), Word.Of(record.Depth));
        AddDetails(row, record);
    }

    /// <summary>Adds what is new and removes what is gone, so that a row which stays is not written.</summary>
    private static void AddDetails(ErrorRow row, ErrorRecord record)
    {
        var statuses = record.Status.Distinct().ToList();
        row.Statuses.RemoveAll(item => !statuses.Contains(item.Status));
        row.Statuses.AddRange(statuses.Where(status => !row.Statuses.Exists(item => item.Status == status)).Select(status => new ErrorStatusRow { Status = status }));

        var names = record.Aliases.Select(name => (Kind: "alias", Name: name.ToLowerInvariant()))
            .Concat(record.Sdk.Select(name => (Kind: "sdk", Name: name.ToLowerInvariant())))
            .Concat(record.Type is { } type ? [(Kind: "type", Name: type.ToLowerInvariant())] : [])
            .Distinct()
            .ToList();
        row.Names.RemoveAll(item => !names.Contains((item.Kind, item.NameLower)));
        row.Names.AddRange(names
            .Where(name => !row.Names.Exists(item => (item.Kind, item.NameLower) == name))
            .Select(name => new ErrorNameRow { Kind = name.Kind, NameLower = name.Name }));
    }
}
