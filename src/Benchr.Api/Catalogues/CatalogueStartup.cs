using System.Diagnostics;
using Benchr.Api.Configuration;
using Benchr.Storage;
using Microsoft.Extensions.Options;

namespace Benchr.Api.Catalogues;

/// <summary>Makes the knowledge ready before the service listens: migrates and seeds the database and loads the snapshot.</summary>
internal sealed partial class CatalogueStartup(
    KnowledgeStore store, SnapshotHolder holder, IOptions<BenchrSettings> settings, IHostApplicationLifetime lifetime, ILogger<CatalogueStartup> logger) : IHostedService
{
    private Task? loading;

    /// <summary>Begins, so that it goes on while the rest of the service is set up.</summary>
    public void Begin() => loading = Task.Run(() => LoadAsync(lifetime.ApplicationStopping));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await (loading ?? LoadAsync(cancellationToken));
        var milliseconds = (long)(DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds;
        var catalogue = holder.Current.Catalogue;
        LogReady(logger, settings.Value.Port, catalogue.Version, catalogue.Errors.Count, catalogue.Providers.Count, milliseconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await store.MigrateAsync(cancellationToken);
        await SeedAsync(cancellationToken);
        holder.Swap(new Snapshot(store.LoadCatalogue()));
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await store.SeedAsync(SeedFolder.Find(settings.Value.Seed), cancellationToken);
            if (report.HasChanges)
            {
                LogSeeded(logger, report.Added, report.Changed, report.Withdrawn);
            }
        }
        catch (SeedException exception) when (store.HasKnowledge())
        {
            // A broken edit must not take the service down: what the database knows already still serves.
            LogBrokenSeed(logger, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "API http://localhost:{Port}/v1/errors, Swagger UI http://localhost:{Port}/swagger, health http://localhost:{Port}/health/ready; catalogue {Version} with {Errors} errors of {Providers} providers, ready {Milliseconds} ms after the process started")]
    private static partial void LogReady(ILogger logger, int port, string version, int errors, int providers, long milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeded: {Added} added, {Changed} changed, {Withdrawn} withdrawn")]
    private static partial void LogSeeded(ILogger logger, int added, int changed, int withdrawn);

    [LoggerMessage(Level = LogLevel.Error, Message = "The seed is broken and was left alone; serving what the database holds. {Problems}")]
    private static partial void LogBrokenSeed(ILogger logger, string problems);
}
