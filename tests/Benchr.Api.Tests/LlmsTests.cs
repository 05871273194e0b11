namespace Benchr.Api.Tests;

/// <summary>What language models are told that this service is.</summary>
public sealed class LlmsTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task The_text_for_language_models_has_the_format_of_llmstxt_org()
    {
        var answer = await client.GetAsync("/llms.txt", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n').Where(line => line.Length > 0).ToList();

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("# Benchr", lines[0]);
        Assert.StartsWith("> ", lines[1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("# ", StringComparison.Ordinal));
        var files = lines.SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.All(files, line => Assert.Matches(@"^## [A-Z]|^- \[.+\]\(http://localhost/[^ )]+\): .+$", line));
    }

    [Fact]
    public async Task The_full_text_holds_every_record()
    {
        var (_, list) = await client.GetJsonAsync("/v1/errors?limit=1");
        var full = await client.GetStringAsync("/llms-full.txt", TestContext.Current.CancellationToken);

        Assert.Equal(list.GetProperty("total").GetInt32(), full.Split("\nThe whole record: <").Length - 1);
    }
}
