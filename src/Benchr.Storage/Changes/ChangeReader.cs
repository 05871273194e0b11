using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Benchr.Storage.Changes;

/// <summary>Reads what changed, in the order in which it did.</summary>
internal sealed class ChangeReader(SqliteConnection connection)
{
    private const string Columns = "sequence, entity, entity_id, revision, change, at, content_hash, body";

    /// <summary>The changes behind a position, up to another, first ones first.</summary>
    public IReadOnlyList<ChangedDocument> After(long sequence, long until, int limit) => Rows(
        $"SELECT {Columns} FROM revisions WHERE sequence > $after AND sequence <= $until ORDER BY sequence LIMIT $limit",
        ("$after", sequence),
        ("$until", until),
        ("$limit", limit));

    /// <summary>The last changes up to a position, latest first.</summary>
    public IReadOnlyList<ChangedDocument> Latest(long until, int limit) => Rows(
        $"SELECT {Columns} FROM revisions WHERE sequence <= $until ORDER BY sequence DESC LIMIT $limit", ("$until", until), ("$limit", limit));

    /// <summary>The last change of every document that still stands, as of a position, by kind and id.</summary>
    public IEnumerable<ChangedDocument> Standing(long until) => Stream(
        $"""
        SELECT {Columns} FROM revisions
        WHERE sequence IN (SELECT max(sequence) FROM revisions WHERE sequence <= $until GROUP BY entity, entity_id) AND body IS NOT NULL
        ORDER BY entity, entity_id
        """,
        ("$until", until));

    /// <summary>The last position before an instant; 0 when nothing was written before it.</summary>
    public long Before(DateTimeOffset instant)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(sequence), 0) FROM revisions WHERE at < $instant";
        command.Parameters.AddWithValue("$instant", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return (long)command.ExecuteScalar()!;
    }

    private List<ChangedDocument> Rows(string sql, params (string Name, object Value)[] parameters) => [.. Stream(sql, parameters)];

    private IEnumerable<ChangedDocument> Stream(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new ChangedDocument(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetInt32(3),
                reader.GetString(4),
                DateTimeOffset.Parse(reader.GetString(5), CultureInfo.InvariantCulture),
                reader.IsDBNull(6) ? null : reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7));
        }
    }
}
