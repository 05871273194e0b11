using Benchr.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Benchr.Storage.Tests;

public sealed class SeedingTests : IDisposable
{
    private readonly TemporarySeed seed = new();

    public void Dispose() => seed.Dispose();

    [Fact]
    public async Task An_empty_database_is_created_and_seeded()
    {
        var store = Stores.Open(seed.Database);
        await store.MigrateAsync(TestContext.Current.CancellationToken);
        Assert.False(store.HasKnowledge());

        var report = await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal((4, 0, 0), (report.Added, report.Changed, report.Withdrawn));
        var catalogue = store.LoadCatalogue();
        Assert.Equal(["acme/code_0", "acme/code_1", "acme/code_2"], catalogue.Errors.Select(error => error.Record.Id()));
        Assert.Matches(@"^\d{4}-\d\d-\d\d\.[0-9a-f]{6}$", catalogue.Version);
    }

    [Fact]
    public async Task A_catalogue_gives_back_every_field_that_the_seed_had()
    {
        var store = await Stores.SeedAsync(seed);

        var record = store.LoadCatalogue().FindError("acme/code_1")!.Record;

        var expected = Benchr.Knowledge.Reading.SeedReader.Read(seed.Folder, DateOnly.MaxValue).Errors[1].Value;
        Assert.Equivalent(expected, record, strict: true);
    }

    [Fact]
    public async Task A_second_run_with_nothing_changed_writes_nothing()
    {
        await Stores.SeedAsync(seed);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var before = Files();

        var again = Stores.Open(seed.Database);
        await again.MigrateAsync(TestContext.Current.CancellationToken);
        var report = await again.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);
        again.LoadCatalogue();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        Assert.False(report.HasChanges);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_changed_file_changes_its_record_alone_and_leaves_a_revision()
    {
        var store = await Stores.SeedAsync(seed);
        var before = store.LoadCatalogue();
        seed.WriteRecord(1, "second");

        var report = await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal((0, 1, 0, 3), (report.Added, report.Changed, report.Withdrawn, report.Unchanged));
        var after = store.LoadCatalogue();
        Assert.Equal(("second", 2), (after.FindError("acme/code_1")!.Record.Title, after.FindError("acme/code_1")!.Revision));
        Assert.Equal(before.FindError("acme/code_0")!.Modified, after.FindError("acme/code_0")!.Modified);
        Assert.NotEqual(before.Version, after.Version);
        await using var context = Stores.Context(seed.Database);
        var revision = await context.Revisions.OrderBy(row => row.Sequence).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("error", "acme/code_1", 2, "changed"), (revision.Entity, revision.EntityId, revision.Revision, revision.Change));
        Assert.Equal(5, await context.Revisions.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_removed_file_withdraws_its_record()
    {
        var store = await Stores.SeedAsync(seed);
        seed.RemoveRecord(2);

        var report = await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(1, report.Withdrawn);
        Assert.Null(store.LoadCatalogue().FindError("acme/code_2"));
        await using var context = Stores.Context(seed.Database);
        Assert.Equal("withdrawn", (await context.Revisions.OrderBy(row => row.Sequence).LastAsync(TestContext.Current.CancellationToken)).Change);
        Assert.False(await context.Set<ErrorStatusRow>().AnyAsync(row => row.ErrorId == "acme/code_2", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_record_that_comes_back_goes_on_from_where_it_was_withdrawn()
    {
        var store = await Stores.SeedAsync(seed);
        seed.RemoveRecord(2);
        await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);
        seed.WriteRecord(2, "back");

        await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(3, store.LoadCatalogue().FindError("acme/code_2")!.Revision);
    }

    [Fact]
    public async Task A_broken_seed_is_refused_with_file_and_line_and_nothing_changes()
    {
        var store = await Stores.SeedAsync(seed);
        var before = store.LoadCatalogue().Version;
        seed.WriteRecord(0, "changed as well");
        seed.Write("errors/acme/code_1.yaml", "provider: acme\ncode: code_1\ncolour: red\n");

        var exception = await Assert.ThrowsAsync<SeedException>(() => store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken));

        Assert.Contains(exception.Problems, problem => problem is { File: "errors/acme/code_1.yaml", Line: 3 });
        Assert.Equal(before, store.LoadCatalogue().Version);
        Assert.Equal("first", store.LoadCatalogue().FindError("acme/code_0")!.Record.Title);
    }

    [Fact]
    public async Task A_record_that_was_edited_is_left_alone()
    {
        var store = await Stores.SeedAsync(seed);
        await using (var context = Stores.Context(seed.Database))
        {
            var row = await context.Errors.SingleAsync(item => item.Id == "acme/code_0", TestContext.Current.CancellationToken);
            row.Origin = Origins.Edited;
            row.Body = row.Body.Replace("first", "edited", StringComparison.Ordinal);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        seed.WriteRecord(0, "second");
        var report = await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);

        Assert.Equal((0, 1), (report.Changed, report.Kept));
        Assert.Equal("edited", store.LoadCatalogue().FindError("acme/code_0")!.Record.Title);
    }

    [Fact]
    public async Task What_is_queried_stands_in_columns()
    {
        await Stores.SeedAsync(seed);

        await using var context = Stores.Context(seed.Database);
        var found = await context.Errors
            .Where(row => row.Category == "conflict" && row.Severity == "low" && row.IdLower == "acme/code_1")
            .Where(row => row.Statuses.Any(status => status.Status == 422))
            .Where(row => row.Names.Any(name => name.NameLower == "acme.acmeerror" && name.Kind == "sdk"))
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("after-fix", "brief", new DateOnly(2026, 1, 1)), (found.Retry, found.Depth, found.Verified));
    }

    [Fact]
    public async Task Readers_never_fail_while_a_seed_run_writes()
    {
        var store = await Stores.SeedAsync(seed);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var versions = new HashSet<string>();
            while (!done.IsCancellationRequested)
            {
                versions.Add(store.LoadCatalogue().Version);
            }

            return versions;
        }, TestContext.Current.CancellationToken);

        for (var round = 0; round < 8; round++)
        {
            seed.WriteRecord(round % 3, $"round {round}");
            await store.SeedAsync(seed.Folder, TestContext.Current.CancellationToken);
        }

        await done.CancelAsync();
        Assert.NotEmpty(await reader);
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(Path.GetDirectoryName(seed.Database)!)
        .Where(path => !path.EndsWith("-shm", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))));
}
