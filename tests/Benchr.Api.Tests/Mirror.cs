using System.Text.Json;

namespace Benchr.Api.Tests;

/// <summary>A partner's copy of the knowledge, kept by following the changes and by nothing else.</summary>
internal sealed class Mirror
{
    /// <summary>The last change of each document that stands, as it was sent.</summary>
    public SortedDictionary<string, string> Documents { get; } = new(StringComparer.Ordinal);

    public string? Cursor { get; private set; }

    /// <summary>How many changes were applied.</summary>
    public int Applied { get; private set; }

    /// <summary>Begins with an export.</summary>
    public async Task LoadAsync(HttpClient client)
    {
        var response = await client.GetAsync("/v1/export/api-errors.ndjson", TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Cursor = response.Headers.GetValues("Benchr-Cursor").Single();
        foreach (var line in (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Documents.Add(KeyOf(JsonDocument.Parse(line).RootElement), line);
        }
    }

    /// <summary>Applies all that changed since.</summary>
    public async Task FollowAsync(HttpClient client, int limit)
    {
        for (var hasMore = true; hasMore;)
        {
            var (_, page) = await client.GetJsonAsync($"/v1/changes?limit={limit}" + (Cursor is null ? "" : $"&since={Cursor}"));
            foreach (var change in page.GetProperty("items").EnumerateArray())
            {
                Applied++;
                if (change.GetProperty("change").GetString() == "withdrawn")
                {
                    Documents.Remove(KeyOf(change));
                }
                else
                {
                    Documents[KeyOf(change)] = change.GetRawText();
                }
            }

            Cursor = page.GetProperty("nextCursor").GetString();
            hasMore = page.GetProperty("hasMore").GetBoolean();
        }
    }

    private static string KeyOf(JsonElement change) => $"{change.GetProperty("entity")} {change.GetProperty("id")}";
}
