using Microsoft.Data.Sqlite;

namespace Benchr.Storage.Changes;

/// <summary>Writes the knowledge as a SQLite file of its own: what is known now, without its history or anything else of a service.</summary>
internal static class KnowledgeFile
{
    /// <summary>What is given away; whatever else the database holds stays out.</summary>
    private static readonly string[] Tables = ["providers", "errors", "error_statuses", "error_names", "models", "knowledge_state", Search.SearchIndex.Table];

    /// <summary>What SQLite keeps of a full-text table stands in tables of its own.</summary>
    private const string PartsOfSearch = Search.SearchIndex.Table + "_";

    /// <summary>Writes the file, which must not exist yet.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="path">Where to.</param>
    public static void Write(SqliteConnection connection, string path)
    {
        Run(connection, "VACUUM INTO $path", ("$path", path));
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        copy.Open();
        foreach (var table in TablesOf(copy).Where(name => !Tables.Contains(name) && !name.StartsWith(PartsOfSearch, StringComparison.Ordinal)))
        {
            Run(copy, $"DROP TABLE IF EXISTS \"{table}\"");
        }

        // A journal of its own would be a second file.
        Run(copy, "PRAGMA journal_mode = DELETE");
        Run(copy, "VACUUM");
    }

    private static List<string> TablesOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
