using System.Security.Cryptography;
using System.Text;
using Benchr.Knowledge.Reading;
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
        var providers = await context.Providers.ToListAsync(cancellationToken);
        var errors = await context.Errors.Include(row => row.Statuses).Include(row => row.Names).AsSplitQuery().ToListAsync(cancellationToken);
        var models = await context.Models.ToListAsync(cancellationToken);
        Stage(Entities.Provider, content.Providers.Select(file => DocumentRows.Of(file.Value)), providers);
        Stage(Entities.Error, content.Errors.Select(file => DocumentRows.Of(file.Value)), errors);
        Stage(Entities.Model, content.Models.SelectMany(file => file.Value.Whole().Select(model => DocumentRows.Of(file.Value.Platform, model))), models);

        var report = new SeedReport(added, changed, withdrawn, unchanged, kept);
        await StageStateAsync(report, fingerprint, cancellationToken);
        return report;
    }

    /// <summary>Stages the differences of one kind of document.</summary>
    /// <param name="entity">The kind.</param>
    /// <param name="seed">What the seed holds.</param>
    /// <param name="stored">What the database holds.</param>
    private void Stage<TRow>(string entity, IEnumerable<SeedDocument<TRow>> seed, IEnumerable<TRow> stored)
        where TRow : class, IDocumentRow
    {
        var rest = stored.ToDictionary(row => row.Id, StringComparer.Ordinal);
        foreach (var document in seed)
        {
            if (!rest.Remove(document.Id, out var row))
            {
                row = document.Create(new Stamp(document.Content, NextRevision(entity, document.Id), now));
                context.Add(row);
                Note(entity, row, "added");
            }
            else if (row.IsEdited)
            {
                kept++;
            }
            else if (row.ContentHash == document.Content.ContentHash)
            {
                unchanged++;
            }
            else
            {
                document.Update(row);
                (row.Body, row.ContentHash) = (document.Content.Body, document.Content.ContentHash);
                (row.Revision, row.Modified) = (row.Revision + 1, now);
                Note(entity, row, "changed");
            }
        }

        foreach (var row in rest.Values.Where(row => !row.IsEdited))
        {
            context.Remove(row);
            Note(entity, row, "withdrawn");
        }

        kept += rest.Values.Count(row => row.IsEdited);
    }

    /// <summary>A document that comes back after it was withdrawn goes on counting, so that a revision names one content for good.</summary>
    private int NextRevision(string entity, string id) => lastRevisions.GetValueOrDefault((entity, id)) + 1;

    private void Note(string entity, IDocumentRow row, string change)
    {
        added += change == "added" ? 1 : 0;
        changed += change == "changed" ? 1 : 0;
        withdrawn += change == "withdrawn" ? 1 : 0;
        var isWithdrawn = change == "withdrawn";
        context.Revisions.Add(new RevisionRow
        {
            Entity = entity,
            EntityId = row.Id,
            Revision = isWithdrawn ? row.Revision + 1 : row.Revision,
            Change = change,
            At = now,
            ContentHash = isWithdrawn ? null : row.ContentHash,
            Body = isWithdrawn ? null : row.Body,
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
        var lines = context.ChangeTracker.Entries<IDocumentRow>()
            .Where(entry => entry.State != EntityState.Deleted)
            .Select(entry => $"{entry.Entity.Id} {entry.Entity.ContentHash}")
            .Order(StringComparer.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.{hash[..6]}");
    }
}
