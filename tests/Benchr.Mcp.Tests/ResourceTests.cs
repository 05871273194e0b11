using System.Text.Json;

namespace Benchr.Mcp.Tests;

/// <summary>Records and providers as resources, the prompt, and completions.</summary>
public sealed class ResourceTests(RealHost host) : IClassFixture<RealHost>
{
    private readonly HttpClient http = host.Http;

    [Fact]
    public async Task Everything_is_listed_page_by_page_and_once()
    {
        var addresses = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await Client.RunAsync(host.Url, ("listResources", cursor is null ? new { } : new { cursor }))).Single();
            var resources = page.GetProperty("resources");
            Assert.InRange(resources.GetArrayLength(), 1, 100);
            addresses.AddRange(resources.EnumerateArray().Select(resource => resource.GetProperty("uri").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.StartsWith("benchr://providers/", addresses[0], StringComparison.Ordinal);
        Assert.Contains("benchr://errors/network/fetch%20failed", addresses);
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.True(addresses.Count(address => address.StartsWith("benchr://errors/", StringComparison.Ordinal)) > 700);
    }

    [Theory]
    [InlineData("benchr://errors/openai/invalid_api_key", "/v1/errors/openai/invalid_api_key.md")]
    [InlineData("benchr://errors/network/fetch%20failed", "/v1/errors/network/fetch%20failed.md")]
    [InlineData("benchr://providers/openai", "/v1/providers/openai.md")]
    public async Task A_resource_is_the_markdown_that_http_gives(string uri, string address)
    {
        var content = (await Client.RunAsync(host.Url, ("readResource", new { uri }))).Single().GetProperty("contents")[0];

        Assert.Equal((uri, "text/markdown"), (content.GetProperty("uri").GetString(), content.GetProperty("mimeType").GetString()));
        Assert.Equal(await http.GetStringAsync(address, TestContext.Current.CancellationToken), content.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Templates_are_told_and_completed()
    {
        var answers = await Client.RunAsync(
            host.Url,
            ("listResourceTemplates", null),
            ("complete", new { @ref = new { type = "ref/resource", uri = "benchr://errors/{provider}/{code}" }, argument = new { name = "provider", value = "open" } }),
            ("complete", new { @ref = new { type = "ref/resource", uri = "benchr://errors/{provider}/{code}" }, argument = new { name = "code", value = "INVALID_a" }, context = new { arguments = new { provider = "openai" } } }));

        Assert.Equal(
            ["benchr://errors/{provider}/{code}", "benchr://providers/{provider}"],
            answers[0].GetProperty("resourceTemplates").EnumerateArray().Select(template => template.GetProperty("uriTemplate").GetString()));
        Assert.Contains("openrouter", Values(answers[1]));
        Assert.Equal(["invalid_api_key"], Values(answers[2]));

        static IEnumerable<string?> Values(JsonElement answer) => answer.GetProperty("completion").GetProperty("values").EnumerateArray().Select(value => value.GetString());
    }

    [Fact]
    public async Task What_does_not_exist_is_refused_with_what_comes_near()
    {
        var answers = await Client.RunAsync(
            host.Url,
            ("readResource", new { uri = "benchr://errors/openai/insuficient_quota" }),
            ("readResource", new { uri = "https://example.com/" }),
            ("listResources", new { cursor = "made up" }));

        Assert.Contains("openai/insufficient_quota", Refusal(answers[0]), StringComparison.Ordinal);
        Assert.Contains("uri must be benchr://errors/{provider}/{code}", Refusal(answers[1]), StringComparison.Ordinal);
        Assert.Contains("cursor was not made by this list", Refusal(answers[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_begins_with_what_is_known_and_repeats_no_key()
    {
        const string Key = "sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P";
        var answers = await Client.RunAsync(
            host.Url,
            ("listPrompts", null),
            ("getPrompt", new { name = "debug_this_error", arguments = new { text = $"401 Incorrect API key provided: {Key}" } }),
            ("getPrompt", new { name = "debug_this_error", arguments = new { text = " " } }));

        Assert.Equal("debug_this_error", answers[0].GetProperty("prompts")[0].GetProperty("name").GetString());
        var text = answers[1].GetProperty("messages")[0].GetProperty("content").GetProperty("text").GetString()!;
        Assert.Contains("# OpenAI rejects the API key", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[12..^4], text, StringComparison.Ordinal);
        Assert.Contains("Argument text must hold the text of an error.", Refusal(answers[2]), StringComparison.Ordinal);
    }

    private static string Refusal(JsonElement answer) => answer.GetProperty("refused").GetProperty("message").GetString()!;
}
