using System.Globalization;
using System.Text.Json;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Serialization;
using Microsoft.Data.Sqlite;

namespace Benchr.Storage;

/// <summary>
/// Reads what a start needs, by plain SQL. Building the object-relational model takes longer than all of these queries
/// together, and a start on an unchanged database needs nothing else of it.
/// </summary>
internal sealed class CatalogueReader(SqliteConnection connection)
{
    /// <summary>The newest migration that was applied; null when there is no history.</summary>
    public string? NewestMigration() =>
        Exists("__EFMigrationsHistory") ? Scalar("SELECT max(MigrationId) FROM __EFMigrationsHistory") : null;

    /// <summary>The fingerprint of the last seed run; null before the first.</summary>
    public string? Fingerprint() => Scalar("SELECT seed_fingerprint FROM knowledge_state");

    /// <summary>All the knowledge, as of one moment.</summary>
    public Catalogue Read()
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var version = Scalar("SELECT version FROM knowledge_state") ?? throw new InvalidOperationException("The database holds no knowledge yet.");
        var modified = Instant(Scalar("SELECT modified FROM knowledge_state")!);
        var providers = Rows("SELECT body FROM providers", row => row.GetString(0));
        var errors = Rows(
            "SELECT body, content_hash, modified, revision FROM errors",
            row => (Body: row.GetString(0), Hash: row.GetString(1), Modified: row.GetString(2), Revision: row.GetInt32(3)));
        var models = Rows(
            "SELECT platform, body, content_hash, modified, revision FROM models",
            row => new CataloguedModel(
                row.GetString(0),
                JsonSerializer.Deserialize(row.GetString(1), KnowledgeJson.Default.Model)!,
                row.GetString(2),
                Instant(row.GetString(3)),
                row.GetInt32(4)));
        return new Catalogue(
            version,
            modified,
            providers.Select(body => JsonSerializer.Deserialize(body, KnowledgeJson.Default.Provider)!),
            errors.AsParallel().Select(row => new CataloguedError(
                JsonSerializer.Deserialize(row.Body, KnowledgeJson.Default.ErrorRecord)!, row.Hash, Instant(row.Modified), row.Revision)).ToList(),
            models,
            long.Parse(Scalar("SELECT CAST(coalesce(max(sequence), 0) AS TEXT) FROM revisions")!, CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private bool Exists(string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", table);
        return command.ExecuteScalar() is not null;
    }

    private string? Scalar(string sql) => Rows(sql, row => row.IsDBNull(0) ? null : row.GetString(0)).FirstOrDefault();

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
