using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Benchr.Api.Tests;

/// <summary>Everything in one file.</summary>
public sealed class ExportTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Theory]
    [InlineData("api-errors.json", "application/json")]
    [InlineData("api-errors.ndjson", "application/x-ndjson")]
    [InlineData("api-errors.sqlite", "application/vnd.sqlite3")]
    public async Task A_file_has_the_checksum_that_the_list_and_its_headers_tell(string name, string type)
    {
        var (_, list) = await client.GetJsonAsync("/v1/export");
        var listed = list.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("name").GetString() == name);
        var response = await client.GetAsync(listed.GetProperty("url").GetString(), TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var hash = SHA256.HashData(bytes);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(listed.GetProperty("bytes").GetInt64(), bytes.LongLength);
        Assert.Equal(listed.GetProperty("sha256").GetString(), Convert.ToHexStringLower(hash));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(hash)}:", response.Headers.GetValues("Repr-Digest").Single());
        Assert.Equal(list.GetProperty("cursor").GetString(), response.Headers.GetValues("Benchr-Cursor").Single());
        Assert.True(response.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task A_file_answers_conditions_and_ranges()
    {
        const string Path = "/v1/export/api-errors.ndjson";
        var whole = await client.GetAsync(Path, TestContext.Current.CancellationToken);
        var bytes = await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var known = await SendAsync(Path, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        var part = await SendAsync(Path, request =>
        {
            request.Headers.Range = new RangeHeaderValue(1000, 1999);
            request.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        });
        var beyond = await SendAsync(Path, request => request.Headers.Range = new RangeHeaderValue(bytes.Length + 1, null));
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[1000..2000], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_packed_file_is_the_same_file_under_a_tag_of_its_own()
    {
        var plain = await client.GetAsync("/v1/export/api-errors.json", TestContext.Current.CancellationToken);
        var packed = await SendAsync("/v1/export/api-errors.json", request => request.Headers.AcceptEncoding.Add(new("br")));
        await using var unpacked = new BrotliStream(await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var output = new MemoryStream();
        await unpacked.CopyToAsync(output, TestContext.Current.CancellationToken);

        Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), output.ToArray());
    }

    [Fact]
    public async Task The_document_holds_the_lines()
    {
        var (_, document) = await client.GetJsonAsync("/v1/export/api-errors.json");
        var lines = (await client.GetStringAsync("/v1/export/api-errors.ndjson", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (_, errors) = await client.GetJsonAsync("/v1/errors?limit=1");

        Assert.Equal(lines, document.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
        Assert.Equal(errors.GetProperty("total").GetInt32(), lines.Count(line => line.Contains("\"entity\":\"error\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_database_is_ready_to_be_asked_and_holds_nothing_else()
    {
        var path = Path.Combine(service.Folder, "export.sqlite");
        await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync("/v1/export/api-errors.sqlite", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'errors_fts%' AND name NOT LIKE 'sqlite%' ORDER BY name");
        var (_, errors) = await client.GetJsonAsync("/v1/errors?limit=1");

        Assert.Equal(["error_names", "error_statuses", "errors", "knowledge_state", "models", "providers"], tables);
        Assert.Equal([errors.GetProperty("total").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture)], Ask(connection, "SELECT count(*) FROM errors"));
        Assert.Contains("openai/insufficient_quota", Ask(connection, "SELECT id FROM errors_fts WHERE errors_fts MATCH 'quota' ORDER BY rank"));
        var body = Ask(connection, "SELECT body FROM errors WHERE id = 'openai/invalid_api_key'").Single();
        Assert.Equal("invalid_api_key", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
    }

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private Task<HttpResponseMessage> SendAsync(string path, Action<HttpRequestMessage> prepare)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        prepare(request);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
