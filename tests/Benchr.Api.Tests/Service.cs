using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace Benchr.Api.Tests;

/// <summary>The real host over a real SQLite file of its own, with everything it logs kept.</summary>
public sealed class Service : WebApplicationFactory<Program>
{
    /// <summary>The folder of its database.</summary>
    public string Folder { get; init; } = Directory.CreateTempSubdirectory("benchr-api-").FullName;

    /// <summary>Settings of this service; the tests ask more in a minute than any client may.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Benchr:RateLimits:ReadsPerMinute"] = "0",
        ["Benchr:RateLimits:ClassifiesPerMinute"] = "0",
        ["Benchr:RateLimits:BatchItemsPerMinute"] = "0",
    };

    /// <summary>Whether the folder outlives the service, for another one to go on with.</summary>
    public bool KeepsFolder { get; init; }

    /// <summary>Whether the database begins empty and is seeded by this service itself; else it begins as a copy of one that was seeded before.</summary>
    public bool BeginsEmpty { get; init; }

    /// <summary>What a test adds to the service before it starts.</summary>
    public Action<IServiceCollection>? Additions { get; set; }

    /// <summary>What was logged so far, rendered with all properties.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>The seed that it is filled from.</summary>
    public string Seed { get; init; } = Path.Combine(RepositoryRoot(), "seed");

    public static string RepositoryRoot()
    {
        var current = new DirectoryInfo(AppContext.BaseDirectory);
        while (current is not null && !File.Exists(Path.Combine(current.FullName, "Benchr.Api.sln")))
        {
            current = current.Parent;
        }

        return current?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var database = Path.Combine(Folder, "benchr.db");
        if (!BeginsEmpty && !File.Exists(database))
        {
            File.Copy(SeededDatabase.Path, database);
        }

        builder.UseSetting("Benchr:Database", database);
        builder.UseSetting("Benchr:Seed", Seed);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.AddSingleton<ILogEventSink>(new Sink(Log));
            Additions?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsFolder && Directory.Exists(Folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Sink(ConcurrentQueue<string> log) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => log.Enqueue(
            $"{logEvent.RenderMessage(null)} {string.Join(' ', logEvent.Properties.Values)} {logEvent.Exception}");
    }
}

/// <summary>Calls with their JSON read.</summary>
internal static class Calls
{
    public static async Task<(HttpResponseMessage Response, System.Text.Json.JsonElement Json)> GetJsonAsync(this HttpClient client, string path) =>
        await ReadAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>The items of all pages of a list, as many as it says that it has.</summary>
    /// <param name="client">The client.</param>
    /// <param name="address">The first page, with a query.</param>
    public static async Task<List<System.Text.Json.JsonElement>> FollowAsync(this HttpClient client, string address)
    {
        var items = new List<System.Text.Json.JsonElement>();
        int total;
        var cursor = "";
        do
        {
            var (_, page) = await client.GetJsonAsync($"{address}{cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            total = page.GetProperty("total").GetInt32();
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);

        Assert.Equal(total, items.Count);
        return items;
    }

    public static async Task<(HttpResponseMessage Response, System.Text.Json.JsonElement Json)> ClassifyAsync(
        this HttpClient client, HttpContent content, string query = "") =>
        await ReadAsync(await client.PostAsync("/v1/classify" + query, content, TestContext.Current.CancellationToken));

    /// <summary>Sends a message of the Model Context Protocol; the answer as it came.</summary>
    public static async Task<string> McpAsync(this HttpClient client, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = Json(message) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static StringContent Text(string text) => new(text, System.Text.Encoding.UTF8, "text/plain");

    public static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static async Task<(HttpResponseMessage, System.Text.Json.JsonElement)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response, System.Text.Json.JsonDocument.Parse(text).RootElement);
    }
}
