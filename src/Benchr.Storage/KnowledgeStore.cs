using System.Reflection;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;
using Benchr.Storage.Changes;
using Benchr.Storage.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Benchr.Storage;

/// <summary>The knowledge in its database: brought up to date, seeded, and read as a catalogue.</summary>
/// <param name="contexts">Makes database contexts.</param>
/// <param name="options">Where the database is.</param>
/// <param name="time">The clock that revisions are dated by.</param>
public sealed class KnowledgeStore(IDbContextFactory<BenchrDbContext> contexts, IOptions<StorageOptions> options, TimeProvider time)
{
    private const string MigrationsAssembly = "Benchr.Migrations.Sqlite";

    /// <summary>Creates the database, or brings an older one to the present schema.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        var path = Path.GetFullPath(options.Value.DatabasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path) && Read(reader => reader.NewestMigration()) == NewestKnownMigration())
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Brings the database in line with a seed folder, in one transaction; an unchanged folder writes nothing.</summary>
    /// <param name="folder">The seed folder.</param>
    /// <param name="cancellationToken">Stops the run; the database then stays as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SeedException">The seed breaks rules; the database was not touched.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public async Task<SeedReport> SeedAsync(string folder, CancellationToken cancellationToken = default)
    {
        var fingerprint = SeedFingerprint.Of(folder);
        if (Read(reader => reader.Fingerprint()) == fingerprint)
        {
            return SeedReport.Nothing;
        }

        var now = time.GetUtcNow();
        // A day ahead of UTC it may be tomorrow already where the author sits.
        var content = SeedReader.Read(folder, DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        if (content.Problems.Count > 0)
        {
            throw new SeedException(content.Problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var report = await new Seeder(context, now).StageAsync(content, fingerprint, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        SearchIndex.Synchronize(
            context.Database.GetDbConnection(),
            transaction.GetDbTransaction(),
            context.Errors.Local);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    /// <summary>Whether the database was ever seeded.</summary>
    public bool HasKnowledge() => Read(reader => reader.Fingerprint()) is not null;

    /// <summary>Reads all the knowledge as one immutable snapshot.</summary>
    /// <exception cref="InvalidOperationException">The database was never seeded.</exception>
    public Catalogue LoadCatalogue() => Read(reader => reader.Read());

    /// <summary>Finds records by words, best first.</summary>
    /// <param name="query">The words, in any order; beginnings of words and small slips find too.</param>
    public SearchResult Search(string query) => Open(connection => new RecordSearch(connection).Find(query));

    /// <summary>Where the words of a search stand in some of the records that it found.</summary>
    /// <param name="result">What the search found.</param>
    /// <param name="ids">The ids of those records.</param>
    /// <returns>By id; a record that changed meanwhile may be missing.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<Highlight>> Highlights(SearchResult result, IReadOnlyCollection<string> ids) =>
        Open(connection => new RecordSearch(connection).Highlights(result, ids));

    /// <summary>What changed behind a position, first changes first.</summary>
    /// <param name="sequence">The position; 0 is the beginning.</param>
    /// <param name="until">The position to stop at, that of a catalogue.</param>
    /// <param name="limit">How many at the most.</param>
    public IReadOnlyList<ChangedDocument> ChangesAfter(long sequence, long until, int limit) =>
        Open(connection => new ChangeReader(connection).After(sequence, until, limit));

    /// <summary>The last changes up to a position, latest first.</summary>
    public IReadOnlyList<ChangedDocument> LatestChanges(long until, int limit) => Open(connection => new ChangeReader(connection).Latest(until, limit));

    /// <summary>The last position before an instant; 0 when nothing was written before it.</summary>
    public long PositionBefore(DateTimeOffset instant) => Open(connection => new ChangeReader(connection).Before(instant));

    /// <summary>Gives the last change of every document that still stands, as of a position, by kind and id; one at a time.</summary>
    public void ReadStanding(long until, Action<ChangedDocument> read) => Open(connection =>
    {
        foreach (var document in new ChangeReader(connection).Standing(until))
        {
            read(document);
        }

        return true;
    });

    /// <summary>Writes the knowledge as a SQLite file of its own.</summary>
    /// <param name="path">Where to; no file may be there yet.</param>
    public void WriteFile(string path) => Open(connection =>
    {
        KnowledgeFile.Write(connection, path);
        return true;
    });

    private static string NewestKnownMigration() => Assembly.Load(MigrationsAssembly).GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>()
        .Max(StringComparer.Ordinal)!;

    private T Read<T>(Func<CatalogueReader, T> read) => Open(connection => read(new CatalogueReader(connection)));

    private T Open<T>(Func<SqliteConnection, T> use)
    {
        using var connection = new SqliteConnection(options.Value.ConnectionString);
        connection.Open();
        SqliteSetup.Apply(connection);
        return use(connection);
    }
}
