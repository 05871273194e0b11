using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Benchr.Storage.Tests;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporarySeed seed = new();

    public void Dispose() => seed.Dispose();

    [Fact]
    public async Task The_migrations_lead_to_the_present_model()
    {
        await using var context = Stores.Context(seed.Database);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    /// <summary>From nothing, and from every schema there ever was, the newest included.</summary>
    [Fact]
    public async Task Every_earlier_database_is_brought_up_to_date_and_can_be_seeded()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(seed.Database)!);
        string[] stages;
        await using (var context = Stores.Context(seed.Database))
        {
            stages = [Migration.InitialDatabase, .. context.Database.GetMigrations()];
        }

        foreach (var (index, stage) in stages.Index())
        {
            var database = $"{seed.Database}.{index}";
            await using (var context = Stores.Context(database))
            {
                await context.GetService<IMigrator>().MigrateAsync(stage, TestContext.Current.CancellationToken);
            }

            var store = Stores.Open(database);
            await store.MigrateAsync(TestContext.Current.CancellationToken);
            await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

            Assert.Equal(3, store.LoadCatalogue().Errors.Count);
        }
    }

    [Fact]
    public async Task The_database_is_set_up_for_readers_beside_a_writer()
    {
        await Stores.SeedAsync(seed);
        await using var context = Stores.Context(seed.Database);

        Assert.Equal("wal", await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
    }
}
