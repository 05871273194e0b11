using System.Data.Common;
using System.Text.Json;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage.Model;

namespace Benchr.Storage.Search;

/// <summary>
/// Keeps the full-text table in line with the records, inside the transaction that changes them. It compares hashes, so that an
/// unchanged record is not indexed anew, and a table that was just created fills itself.
/// </summary>
internal static class SearchIndex
{
    /// <summary>The table; its columns with text, weightiest first, are those of <see cref="SearchColumns"/>.</summary>
    public const string Table = "errors_fts";

    /// <summary>Brings the table in line.</summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="rows">Every record that the database holds after it.</param>
    public static void Synchronize(DbConnection connection, DbTransaction transaction, IEnumerable<ErrorRow> rows)
    {
        var indexed = Indexed(connection, transaction);
        foreach (var row in rows)
        {
            if (indexed.Remove(row.Id, out var old))
            {
                if (old.Hash == row.ContentHash)
                {
                    continue;
                }

                Delete(connection, transaction, old.RowId);
            }

            Insert(connection, transaction, JsonSerializer.Deserialize(row.Body, KnowledgeJson.Default.ErrorRecord)!, row.ContentHash);
        }

        foreach (var (rowId, _) in indexed.Values)
        {
            Delete(connection, transaction, rowId);
        }
    }

    private static Dictionary<string, (long RowId, string Hash)> Indexed(DbConnection connection, DbTransaction transaction)
    {
        using var command = Command(connection, transaction, $"SELECT rowid, id, content_hash FROM {Table}");
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            rows[reader.GetString(1)] = (reader.GetInt64(0), reader.GetString(2));
        }

        return rows;
    }

    private static void Delete(DbConnection connection, DbTransaction transaction, long rowId)
    {
        using var command = Command(connection, transaction, $"DELETE FROM {Table} WHERE rowid = $row");
        Add(command, "$row", rowId);
        command.ExecuteNonQuery();
    }

    private static void Insert(DbConnection connection, DbTransaction transaction, ErrorRecord record, string hash)
    {
        using var command = Command(
            connection,
            transaction,
            $"INSERT INTO {Table}(id, content_hash, {string.Join(", ", SearchColumns.All.Select(column => column.Name))}) VALUES ($id, $hash, {string.Join(", ", SearchColumns.All.Select(column => "$" + column.Name))})");
        Add(command, "$id", record.Id());
        Add(command, "$hash", hash);
        foreach (var column in SearchColumns.All)
        {
            Add(command, "$" + column.Name, string.Join('\n', column.TextsOf(record)));
        }

        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
