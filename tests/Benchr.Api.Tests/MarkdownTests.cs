using System.Net;

namespace Benchr.Api.Tests;

/// <summary>Everything that people and language models read is Markdown for whoever asks for it.</summary>
public sealed class MarkdownTests(Service service) : IClassFixture<Service>
{
    private const string Record = "/v1/errors/openai/invalid_api_key";

    private readonly HttpClient client = service.CreateClient();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json, text/markdown", "application/json")]
    [InlineData("text/markdown;q=0.5, application/json;q=0.4", "text/markdown")]
    [InlineData("text/markdown;q=0.4, application/json;q=0.5", "application/json")]
    [InlineData("text/markdown, text/html, */*", "text/markdown")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("TEXT/Markdown;charset=utf-8", "text/markdown")]
    [InlineData("text/*", "text/markdown")]
    [InlineData("text/markdown;q=0, */*", "application/json")]
    [InlineData("text/markdown;q=0", "application/json")]
    [InlineData("no media type at all", "application/json")]
    public async Task The_form_is_what_accept_prefers_and_json_otherwise(string? accept, string type)
    {
        // Twice, since the second answer comes from the cache; and in between somebody asks for the other form.
        for (var round = 0; round < 2; round++)
        {
            var answer = await GetAsync(Record, accept);
            await GetAsync(Record, type == "text/markdown" ? null : "text/markdown");

            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("Accept", answer.Headers.Vary);
            Assert.StartsWith(type == "text/markdown" ? "# OpenAI rejects the API key\n" : "{", await TextAsync(answer), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/v1/errors/openai/invalid_api_key.md", "# OpenAI rejects the API key\n")]
    [InlineData("/v1/errors/OPENAI/Invalid_Api_Key.MD", "# OpenAI rejects the API key\n")]
    [InlineData("/v1/errors/dashscope/BadRequest.EmptyInput.md", "# ")]
    [InlineData("/v1/errors/network/fetch%20failed.md", "# ")]
    [InlineData("/v1/providers/openai.md", "# Errors of OpenAI\n")]
    public async Task An_ending_of_md_means_markdown_whatever_accept_says(string address, string beginning)
    {
        var answer = await GetAsync(address, "application/json");

        Assert.Equal((HttpStatusCode.OK, "text/markdown; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.StartsWith(beginning, await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_itself_ends_in_md_is_found_under_its_own_name()
    {
        using var other = new Service();
        var seed = Path.Combine(other.Folder, "seed");
        foreach (var (file, text) in new[]
        {
            ("providers/acme.yaml", "id: acme\nname: Acme\nkind: api\nsummary: Makes everything.\nenvelope: A fault.\n"),
            ("errors/acme/notes.yaml", SeedRecord("notes")),
            ("errors/acme/notes.md.yaml", SeedRecord("notes.md")),
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(seed, file))!);
            await File.WriteAllTextAsync(Path.Combine(seed, file), text, TestContext.Current.CancellationToken);
        }

        other.Settings["Benchr:Seed"] = seed;
        var acme = other.CreateClient();
        var (_, json) = await acme.GetJsonAsync("/v1/errors/acme/notes.md");
        var markdown = await acme.GetStringAsync("/v1/errors/acme/notes.md.md", TestContext.Current.CancellationToken);

        Assert.Equal("notes.md", json.GetProperty("code").GetString());
        Assert.StartsWith("# About notes.md\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_has_stays_a_problem_with_and_without_the_ending()
    {
        var answer = await GetAsync("/v1/errors/openai/insuficient_quota.md", "text/markdown");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Markdown_holds_what_json_holds()
    {
        var (_, json) = await client.GetJsonAsync(Record);
        var markdown = await TextAsync(await GetAsync(Record, "text/markdown"));

        Assert.All(json.GetProperty("causes").EnumerateArray(), cause => Assert.Contains($"`{cause.GetProperty("slug").GetString()}`", markdown, StringComparison.Ordinal));
        Assert.All(json.GetProperty("checks").EnumerateArray(), check => Assert.All(
            check.GetProperty("commands").EnumerateObject(),
            command => Assert.Contains($"```{(command.Name == "node" ? "js" : command.Name)}\n{command.Value.GetString()}\n```\n", markdown, StringComparison.Ordinal)));
        Assert.All(json.GetProperty("sources").EnumerateArray(), source => Assert.Contains(source.GetProperty("url").GetString()!, markdown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_fence_of_every_record_is_closed()
    {
        var all = await TextAsync(await GetAsync("/llms.txt", null));
        var addresses = all.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]).Where(address => address.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.True(addresses.Count > 700);
        foreach (var address in addresses)
        {
            var answer = await GetAsync(address, null);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
            Assert.True(Fences.AreClosed(await TextAsync(answer)), address);
        }
    }

    private static string SeedRecord(string code) => $$"""
        provider: acme
        code: {{code}}
        title: About {{code}}
        summary: Something failed.
        depth: brief
        category: conflict
        severity: low
        retry: { advice: never }
        meaning: It failed.
        causes: [{ slug: only, title: The only one, explanation: It comes about., fix: Mend it. }]
        fix: Mend it.
        faq: [{ question: "Why?", answer: Because. }, { question: "How?", answer: So. }]
        sources: [{ title: Acme, url: "https://example.org/acme", verified: 2026-01-01 }]
        changelog: [{ date: 2026-01-01, note: First. }]
        examples: [{ text: {{code}} }]
        """;

    private async Task<HttpResponseMessage> GetAsync(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
