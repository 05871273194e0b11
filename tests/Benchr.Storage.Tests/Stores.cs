using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchr.Storage.Tests;

/// <summary>Opens stores the way the service does.</summary>
internal static class Stores
{
    public static KnowledgeStore Open(string database, TimeProvider? time = null) => Services(database, time).GetRequiredService<KnowledgeStore>();

    public static BenchrDbContext Context(string database) =>
        Services(database, null).GetRequiredService<IDbContextFactory<BenchrDbContext>>().CreateDbContext();

    public static async Task<KnowledgeStore> SeedAsync(TemporarySeed seed)
    {
        var store = Open(seed.Database);
        await store.MigrateAsync(TestContext.Current.CancellationToken);
        await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);
        return store;
    }

    private static ServiceProvider Services(string database, TimeProvider? time) => new ServiceCollection()
        .AddSingleton(time ?? TimeProvider.System)
        .AddBenchrStorage((storage, _) => storage.DatabasePath = database)
        .BuildServiceProvider();
}
