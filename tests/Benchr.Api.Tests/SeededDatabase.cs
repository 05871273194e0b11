using Benchr.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Benchr.Api.Tests;

/// <summary>A database that holds the seed, made once for all tests: to seed takes seconds, to copy does not.</summary>
internal static class SeededDatabase
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The file.</summary>
    public static string Path => Made.Value;

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("benchr-seeded-").FullName;
        var path = System.IO.Path.Combine(folder, "benchr.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddBenchrStorage((storage, _) => storage.DatabasePath = path)
            .BuildServiceProvider();
        var store = services.GetRequiredService<KnowledgeStore>();
        Task.Run(async () =>
        {
            await store.MigrateAsync();
            await store.SeedAsync(System.IO.Path.Combine(Service.RepositoryRoot(), "seed"));
        }).GetAwaiter().GetResult();

        // Closing the last connection moves everything into the one file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return path;
    }
}
