using Microsoft.Data.Sqlite;

namespace Benchr.Storage.Tests;

/// <summary>The full-text table follows the records.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task A_changed_record_is_found_by_its_new_words_and_no_longer_by_the_old()
    {
        using var seed = new TemporarySeed(records: 2);
        await Stores.SeedAsync(seed);
        seed.WriteRecord(0, "Zebras escaped");

        var store = await Stores.SeedAsync(seed);

        Assert.Equal(["acme/code_0"], store.Search("zebra").Hits.Select(hit => hit.Id));
        Assert.Equal(["acme/code_1"], store.Search("first").Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task A_withdrawn_record_is_not_found()
    {
        using var seed = new TemporarySeed(records: 2);
        await Stores.SeedAsync(seed);
        seed.RemoveRecord(0);

        var store = await Stores.SeedAsync(seed);

        Assert.Equal(["acme/code_1"], store.Search("acme").Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task A_table_that_lost_its_rows_fills_itself_at_the_next_seed_run()
    {
        using var seed = new TemporarySeed(records: 3);
        await Stores.SeedAsync(seed);
        await using (var connection = new SqliteConnection($"Data Source={seed.Database}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM errors_fts; UPDATE knowledge_state SET seed_fingerprint = '';";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var store = await Stores.SeedAsync(seed);

        Assert.Equal(3, store.Search("acme").Hits.Count);
    }
}
