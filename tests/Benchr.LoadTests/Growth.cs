using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Benchr.LoadTests;

/// <summary>How long answers take that nothing was kept of, with the seed's records and with many more that are made up after them.</summary>
internal static class Growth
{
    private const int Port = 18703;
    private const int Calls = 40;

    private static readonly int[] Sizes = [0, 10_000, 100_000];

    private static readonly string[] Words =
    [
        "quota", "timeout", "model", "token", "context", "image", "billing", "region", "header", "proxy", "stream", "policy", "tool", "schema", "upload", "batch", "audio", "network",
        "certificate", "permission", "deployment", "overloaded", "invalid", "missing", "expired", "limit", "safety", "retry", "length", "format",
    ];

    public static async Task<int> RunAsync(string servicePath)
    {
        var folder = Directory.CreateTempSubdirectory("benchr-growth-").FullName;
        var database = Path.Combine(folder, "benchr.db");
        Console.WriteLine("| records | lookup of a code | a record | list with filters | search | MiB resident |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        (await Server.StartServiceAsync(servicePath, Port, database)).Dispose();
        foreach (var size in Sizes)
        {
            Grow(database, size);
            using var server = await Server.StartServiceAsync(servicePath, Port, database);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
            var codes = Codes(database);
            var lookup = await MedianAsync(client, codes.Select(code => $"/v1/lookup?code={Uri.EscapeDataString(code.Code)}"));
            var record = await MedianAsync(client, codes.Select(code => $"/v1/errors/{code.Provider}/{Uri.EscapeDataString(code.Code)}"));
            var list = await MedianAsync(client, Enumerable.Range(1, 2 * Calls).Select(limit => $"/v1/errors?category=rate-limit&status=429&limit={limit}"));
            var search = await MedianAsync(client, Pairs().Select(pair => $"/v1/errors?q={pair}&limit=20"));
            var total = await TotalAsync(client);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {total} | {lookup:0.00} ms | {record:0.00} ms | {list:0.00} ms | {search:0.0} ms | {server.Memory:0} |"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Fills the database up with records as short as a record can be, each after one of the seed and with its words.</summary>
    private static void Grow(string database, int size)
    {
        const string Copies = "WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < 1 + $size / (SELECT count(*) FROM seeds))";
        const string Lists = "'$.aliases', json('[]'), '$.sdk', json('[]'), '$.checks', json('[]'), '$.faq', json('[]'), '$.misfixes', json('[]'), '$.prevention', json('[]'), '$.examples', json('[]'), '$.related', json('[]')";
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var statement in new[]
        {
            "CREATE TEMP TABLE seeds AS SELECT * FROM errors WHERE id NOT LIKE '%~%'",
            "CREATE TEMP TABLE texts AS SELECT * FROM errors_fts WHERE id NOT LIKE '%~%'",
            $"""
            {Copies} INSERT OR IGNORE INTO errors
            SELECT id || '~' || n, id_lower || '~' || n, provider_id, code || '~' || n, title, summary, category, severity, retry, depth, verified, origin,
                json_set(body, '$.code', code || '~' || n, {Lists},
                    '$.causes', (SELECT json_group_array(json_set(value, '$.signatures', json('[]'), '$.signals', json('[]'))) FROM json_each(body, '$.causes'))),
                content_hash, revision, modified
            FROM copies, seeds WHERE $size > 0 ORDER BY n LIMIT max(0, $size - (SELECT count(*) FROM errors))
            """,
            """
            INSERT INTO errors_fts(id, content_hash, names, title, summary, causes, questions, text)
            SELECT errors.id, errors.content_hash, errors.id, texts.title, texts.summary, texts.causes, '', ''
            FROM errors JOIN texts ON texts.id = substr(errors.id, 1, instr(errors.id, '~') - 1) WHERE errors.id NOT IN (SELECT id FROM errors_fts)
            """,
        })
        {
            using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (statement, transaction);
            command.Parameters.AddWithValue("$size", size);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static List<(string Provider, string Code)> Codes(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT provider_id, code FROM errors WHERE code NOT LIKE '%/%' ORDER BY content_hash, id LIMIT $count";
        command.Parameters.AddWithValue("$count", 2 * Calls);
        using var reader = command.ExecuteReader();
        var codes = new List<(string, string)>();
        while (reader.Read())
        {
            codes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return codes;
    }

    private static IEnumerable<string> Pairs() => Words.SelectMany((first, index) => Words.Skip(index + 1).Where((_, other) => other % 5 == 0).Select(second => $"{first}%20{second}")).Take(2 * Calls);

    /// <summary>The median of the second half; the first warms up what runs hot.</summary>
    private static async Task<double> MedianAsync(HttpClient client, IEnumerable<string> addresses)
    {
        var times = new List<double>();
        foreach (var address in addresses)
        {
            var watch = Stopwatch.StartNew();
            using var response = await client.GetAsync(address);
            await response.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            response.EnsureSuccessStatusCode();
        }

        return Comparison.Median(times[(times.Count / 2)..]);
    }

    private static async Task<int> TotalAsync(HttpClient client)
    {
        using var page = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/v1/errors?limit=1"));
        return page.RootElement.GetProperty("total").GetInt32();
    }
}
