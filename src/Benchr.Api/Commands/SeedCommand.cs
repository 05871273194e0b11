using Benchr.Api.Configuration;
using Benchr.Storage;

namespace Benchr.Api.Commands;

/// <summary>Brings the database in line with the seed without serving: for a deployment that prepares its data first.</summary>
internal static class SeedCommand
{
    public static async Task<int> RunAsync()
    {
        var settings = new BenchrSettings();
        var database = Environment.GetEnvironmentVariable("BENCHR_DATABASE") ?? settings.Database;
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddBenchrStorage((storage, _) => storage.DatabasePath = database)
            .BuildServiceProvider();
        var store = services.GetRequiredService<KnowledgeStore>();
        try
        {
            await store.MigrateAsync();
            var report = await store.SeedAsync(SeedFolder.Find(Environment.GetEnvironmentVariable("BENCHR_SEED")));
            Console.WriteLine(
                $"{report.Added} added, {report.Changed} changed, {report.Withdrawn} withdrawn, {report.Kept} edited ones kept; catalogue {store.LoadCatalogue().Version}");
            return 0;
        }
        catch (SeedException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
