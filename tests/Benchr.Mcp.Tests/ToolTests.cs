using System.Text.Json;
using Benchr.Api.Tests;

namespace Benchr.Mcp.Tests;

/// <summary>Every tool, called by the official client, which checks each answer against the tool's output schema.</summary>
public sealed class ToolTests(RealHost host) : IClassFixture<RealHost>
{
    private const string Paste = "401 Incorrect API key provided: sk-ab****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.";

    private readonly HttpClient http = host.Http;

    [Fact]
    public async Task Every_tool_is_listed_with_schemas_limits_and_what_it_does_to_the_world()
    {
        var tools = (await Client.RunAsync(host.Url, ("listTools", null))).Single().GetProperty("tools").EnumerateArray().ToList();

        Assert.Equal(
            ["check_model", "classify_error", "diagnose_next", "get_error", "list_providers", "search_errors"],
            tools.Select(tool => tool.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.Equal("object", tool.GetProperty("outputSchema").GetProperty("type").GetString());
            var annotations = tool.GetProperty("annotations");
            Assert.True(annotations.GetProperty("readOnlyHint").GetBoolean() && annotations.GetProperty("idempotentHint").GetBoolean());
            Assert.False(annotations.GetProperty("openWorldHint").GetBoolean() || annotations.GetProperty("destructiveHint").GetBoolean());
            Assert.All(tool.GetProperty("inputSchema").GetProperty("properties").EnumerateObject(), argument =>
            {
                Assert.True(argument.Value.TryGetProperty("description", out _), argument.Name);
                Assert.True(new[] { "maxLength", "maxItems", "maximum", "enum" }.Any(limit => argument.Value.TryGetProperty(limit, out _)), argument.Name);
            });
        });
    }

    [Fact]
    public async Task Classify_error_says_what_http_says_with_the_short_of_it_first()
    {
        var answer = await Client.CallAsync(host.Url, "classify_error", new { text = Paste, provider = "openai", status = 401 });
        var (_, same) = await http.ClassifyAsync(Calls.Json(JsonSerializer.Serialize(new { body = Paste, provider = "openai", status = 401 })));

        Assert.True(JsonElement.DeepEquals(same, answer.GetProperty("structuredContent")));
        var text = answer.Text();
        Assert.StartsWith("# OpenAI rejects the API key\n", text, StringComparison.Ordinal);
        Assert.Contains("**Cause:** The key is mistyped", text, StringComparison.Ordinal);
        Assert.Contains("**Fix:** Compare the last four characters", text, StringComparison.Ordinal);
        Assert.Contains("**Retry:** no", text, StringComparison.Ordinal);
        Assert.Contains($"{host.Base}/v1/errors/openai/invalid_api_key.md", text, StringComparison.Ordinal);
        Assert.True(text.Length < 3000);
        Assert.Equal("benchr://errors/openai/invalid_api_key", answer.GetProperty("content")[1].GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Classify_error_admits_what_it_does_not_know()
    {
        var answer = await Client.CallAsync(host.Url, "classify_error", new { text = "the cat sat on the mat" });

        Assert.Equal("unrecognized", answer.GetProperty("structuredContent").GetProperty("outcome").GetString());
        Assert.StartsWith("# Not recognized\n", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_error_gives_the_record_that_http_gives()
    {
        var answer = await Client.CallAsync(host.Url, "get_error", new { id = "OpenAI/Invalid_API_key" });
        var (_, same) = await http.GetJsonAsync("/v1/errors/openai/invalid_api_key");

        Assert.True(JsonElement.DeepEquals(same, answer.GetProperty("structuredContent")));
        Assert.StartsWith("# OpenAI rejects the API key\n", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_errors_finds_what_http_finds()
    {
        var answer = await Client.CallAsync(host.Url, "search_errors", new { query = "key rotated", provider = "openai", category = "authentication", limit = 2 });
        var (_, same) = await http.GetJsonAsync("/v1/errors?q=key+rotated&provider=openai&category=authentication&limit=2");

        Assert.True(JsonElement.DeepEquals(same, answer.GetProperty("structuredContent")));
        Assert.Equal(same.GetProperty("items").GetArrayLength(), answer.Text().Split("\n- ").Length - 1);
    }

    [Fact]
    public async Task List_providers_gives_what_http_gives()
    {
        var answer = await Client.CallAsync(host.Url, "list_providers", new { });
        var (_, same) = await http.GetJsonAsync("/v1/providers");

        Assert.True(JsonElement.DeepEquals(same, answer.GetProperty("structuredContent")));
        Assert.Contains("- `openai` OpenAI, ", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_model_says_when_it_ended_and_what_replaces_it()
    {
        var answers = await Client.RunAsync(
            host.Url,
            ("callTool", new { name = "check_model", arguments = new { model = "gpt-4-32k" } }),
            ("callTool", new { name = "check_model", arguments = new { model = "gpt-4-32k", platform = "openai" } }),
            ("callTool", new { name = "check_model", arguments = new { model = "gpt-4-32k", platform = "anthropic" } }));
        var (_, same) = await http.GetJsonAsync("/v1/models/gpt-4-32k");

        Assert.True(JsonElement.DeepEquals(same, answers[0].GetProperty("structuredContent")));
        Assert.StartsWith("- `gpt-4-32k` on openai is retired, ended on ", answers[1].Text(), StringComparison.Ordinal);
        Assert.True(answers[2].IsError());
        Assert.StartsWith("Argument platform has no known dates for this model; these have: ", answers[2].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnose_next_leads_from_check_to_check_to_the_cause()
    {
        const string Id = "openai/invalid_api_key";
        var seen = new List<object>();
        JsonElement answer;
        do
        {
            answer = await Client.CallAsync(host.Url, "diagnose_next", new { id = Id, observations = seen });
            var next = answer.GetProperty("structuredContent").GetProperty("next");
            if (next.ValueKind == JsonValueKind.Null)
            {
                break;
            }

            Assert.Contains($"(`{next.GetProperty("slug").GetString()}`)", answer.Text(), StringComparison.Ordinal);
            seen.Add(next.GetProperty("slug").GetString() == "env-value"
                ? new { check = "env-value", output = "len=0 head= tail=" }
                : new { check = next.GetProperty("slug").GetString(), outcome = next.GetProperty("outcomes")[0].GetProperty("slug").GetString() });
        }
        while (!answer.GetProperty("structuredContent").GetProperty("concluded").GetBoolean() && seen.Count < 20);

        var (_, same) = await http.PostJsonAsync($"/v1/errors/{Id}/diagnose", JsonSerializer.Serialize(new { observations = seen }));
        Assert.True(JsonElement.DeepEquals(same, answer.GetProperty("structuredContent")));
        Assert.True(answer.GetProperty("structuredContent").GetProperty("concluded").GetBoolean());
        Assert.Contains("(`placeholder-key`)", answer.Text().Split('\n')[0], StringComparison.Ordinal);
    }
}

/// <summary>Calls that only these tests make.</summary>
internal static class MoreCalls
{
    public static async Task<(HttpResponseMessage Response, JsonElement Json)> PostJsonAsync(this HttpClient client, string path, string json)
    {
        var response = await client.PostAsync(path, Calls.Json(json), TestContext.Current.CancellationToken);
        return (response, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }
}
