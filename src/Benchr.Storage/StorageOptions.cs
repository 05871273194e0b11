namespace Benchr.Storage;

/// <summary>Where the database is.</summary>
public sealed class StorageOptions
{
    /// <summary>Path of the SQLite file; its folder is created when missing.</summary>
    public string DatabasePath { get; set; } = "data/benchr.db";

    /// <summary>The connection string of that file.</summary>
    internal string ConnectionString => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
    {
        DataSource = DatabasePath,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
