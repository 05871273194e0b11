using System.Security.Cryptography;
using System.Text;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Benchr.Storage;

/// <summary>Brings the database in line with a seed: only what changed is written, each change with a revision.</summary>
internal sealed class Seeder(BenchrDbContext context, DateTimeOffset now)
{
    private Dictionary<(string Entity, string Id), int> lastRevisions = [];
    private int added;
    private int changed;
    private int withdrawn;
    private int unchanged;
    private int kept;

    /// <summary>Stages every difference in the context; the caller saves and commits.</summary>
    public async Task<SeedReport> StageAsync(SeedContent content, string fingerprint, CancellationToken cancellationToken)
    {
        lastRevisions = await context.Revisions
            .GroupBy(row => new { row.Entity, row.EntityId })
            .Select(group => new { group.Key.Entity, group.Key.EntityId, Revision = group.Max(row => row.Revision) })
            .ToDictionaryAsync(row => (row.Entity, row.EntityId), row => row.Revision, cancellationToken);
        var providers = await context.Providers.ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        var errors = await context.Errors.Include(row => row.Statuses).Include(row => row.Names).AsSplitQuery()
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        var models = await context.Models.ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        StageProviders(content.Providers.Select(file => file.Value), providers);
        StageErrors(content.Errors.Select(file => file.Value), errors);
        foreach (var file in content.Models)
        {
            StageModels(file.Value, models);
        }

        foreach (var row in models.Values)
        {
            context.Models.Remove(row);
            Note("model", row.Id, row.Revision + 1, "withdrawn", null);
        }

        var report = new SeedReport(added, changed, withdrawn, unchanged, kept);
        await StageStateAsync(report, fingerprint, cancellationToken);
        return report;
    }

    private void StageProviders(IEnumerable<Provider> seed, Dictionary<string, ProviderRow> stored)
    {
        foreach (var provider in seed)
        {
            var document = Document.Of(provider);
            if (!stored.Remove(provider.Id, out var row))
            {
                context.Providers.Add(row = new ProviderRow
                {
                    Id = provider.Id,
                    Name = provider.Name,
                    Kind = Word.Of(provider.Kind),
                    Body = document.Body,
                    ContentHash = document.ContentHash,
                    Revision = NextRevision("provider", provider.Id),
                    Modified = now,
                });
                Note("provider", row.Id, row.Revision, "added", document);
            }
            else if (row.ContentHash == document.ContentHash)
            {
                unchanged++;
            }
            else
            {
                (row.Name, row.Kind, row.Body, row.ContentHash) = (provider.Name, Word.Of(provider.Kind), document.Body, document.ContentHash);
                (row.Revision, row.Modified) = (row.Revision + 1, now);
                Note("provider", row.Id, row.Revision, "changed", document);
            }
        }

        foreach (var row in stored.Values)
        {
            context.Providers.Remove(row);
            Note("provider", row.Id, row.Revision + 1, "withdrawn", null);
        }
    }

    private void StageErrors(IEnumerable<ErrorRecord> seed, Dictionary<string, ErrorRow> stored)
    {
        foreach (var record in seed)
        {
            var document = Document.Of(record);
            if (!stored.Remove(record.Id(), out var row))
            {
                context.Errors.Add(row = ErrorRows.Create(record, document, now, NextRevision("error", record.Id())));
                Note("error", row.Id, row.Revision, "added", document);
            }
            else if (row.Origin == Origins.Edited)
            {
                kept++;
            }
            else if (row.ContentHash == document.ContentHash)
            {
                unchanged++;
            }
            else
            {
                ErrorRows.Update(row, record, document, now);
                Note("error", row.Id, row.Revision, "changed", document);
            }
        }

        foreach (var row in stored.Values.Where(row => row.Origin == Origins.Seed))
        {
            context.Errors.Remove(row);
            Note("error", row.Id, row.Revision + 1, "withdrawn", null);
        }

        kept += stored.Values.Count(row => row.Origin == Origins.Edited);
    }

    private void StageModels(PlatformModels file, Dictionary<string, ModelRow> stored)
    {
        foreach (var model in file.Whole())
        {
            var id = $"{file.Platform}/{model.Id}";
            var document = Document.Of(model);
            if (!stored.Remove(id, out var row))
            {
                context.Models.Add(row = new ModelRow
                {
                    Id = id,
                    Platform = file.Platform,
                    Retirement = model.Retirement,
                    Body = document.Body,
                    ContentHash = document.ContentHash,
                    Revision = NextRevision("model", id),
                    Modified = now,
                });
                Note("model", id, row.Revision, "added", document);
            }
            else if (row.ContentHash == document.ContentHash)
            {
                unchanged++;
            }
            else
            {
                (row.Retirement, row.Body, row.ContentHash) = (model.Retirement, document.Body, document.ContentHash);
                (row.Revision, row.Modified) = (row.Revision + 1, now);
                Note("model", id, row.Revision, "changed", document);
            }
        }
    }

    /// <summary>A document that comes back after it was withdrawn goes on counting, so that a revision names one content for good.</summary>
    private int NextRevision(string entity, string id) => lastRevisions.GetValueOrDefault((entity, id)) + 1;

    private void Note(string entity, string id, int revision, string change, Document? document)
    {
        added += change == "added" ? 1 : 0;
        changed += change == "changed" ? 1 : 0;
        withdrawn += change == "withdrawn" ? 1 : 0;
        context.Revisions.Add(new RevisionRow
        {
            Entity = entity,
            EntityId = id,
            Revision = revision,
            Change = change,
            At = now,
            ContentHash = document?.ContentHash,
            Body = document?.Body,
        });
    }

    private async Task StageStateAsync(SeedReport report, string fingerprint, CancellationToken cancellationToken)
    {
        var state = await context.KnowledgeStates.SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            context.KnowledgeStates.Add(state = new KnowledgeStateRow { Id = KnowledgeStateRow.OnlyId, SeedFingerprint = fingerprint, Version = "", Modified = now });
        }

        state.SeedFingerprint = fingerprint;
        if (report.HasChanges || state.Version.Length == 0)
        {
            state.Modified = now;
            state.Version = VersionOf(now);
        }
    }

    /// <summary>The day of the last change, and six digits that depend on every document and on nothing else.</summary>
    private string VersionOf(DateTimeOffset day)
    {
        var lines = context.ChangeTracker.Entries<ErrorRow>().Where(IsPresent).Select(entry => $"{entry.Entity.Id} {entry.Entity.ContentHash}")
            .Concat(context.ChangeTracker.Entries<ProviderRow>().Where(IsPresent).Select(entry => $"{entry.Entity.Id} {entry.Entity.ContentHash}"))
            .Concat(context.ChangeTracker.Entries<ModelRow>().Where(IsPresent).Select(entry => $"{entry.Entity.Id} {entry.Entity.ContentHash}"))
            .Order(StringComparer.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.{hash[..6]}");
    }

    private static bool IsPresent(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) => entry.State != EntityState.Deleted;
}
