using System.Net;
using System.Net.Http.Headers;

namespace Benchr.Api.Tests;

/// <summary>A diagnosis as Markdown: readable at once, and safe whatever was pasted.</summary>
public sealed class MarkdownDiagnosisTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task A_diagnosis_is_markdown_with_the_short_of_it_first()
    {
        var answer = await ClassifyAsync("401 Incorrect API key provided: sk-ab****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.");
        var markdown = await TextAsync(answer);

        Assert.Equal("text/markdown; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("Accept", answer.Headers.Vary);
        string[] order = ["# OpenAI rejects the API key", "**Cause:**", "**Fix:**", "**Retry:**", "## Meaning", "## Checks", "## Evidence"];
        var places = order.Select(part => markdown.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("Incorrect API key provided: `````\n# Heading\n<script>alert(1)</script> [x](http://evil.example)")]
    [InlineData("{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key provided: ```` <img src=x> ``\"}}")]
    public async Task What_was_pasted_cannot_become_markup(string paste)
    {
        var markdown = await TextAsync(await ClassifyAsync(paste));

        Assert.True(Fences.AreClosed(markdown));
        Assert.DoesNotContain("\n# Heading", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n<script>", markdown, StringComparison.Ordinal);
        Assert.All(markdown.Split('\n').Where(line => line.Contains("<script>", StringComparison.Ordinal) || line.Contains("<img", StringComparison.Ordinal)), line =>
            Assert.Matches("^- [a-z]+ (`+) .*\\1 \\(|^- [a-z]+ `[^`]*` \\(", line));
    }

    [Fact]
    public async Task A_key_that_was_pasted_is_masked_in_markdown_too()
    {
        var markdown = await TextAsync(await ClassifyAsync("401 for key sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P"));

        Assert.Contains("## Warnings", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0Cu", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_stays_a_problem_for_who_asks_for_markdown()
    {
        var answer = await ClassifyAsync(" ");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private async Task<HttpResponseMessage> ClassifyAsync(string paste)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = Calls.Text(paste) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/markdown"));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

/// <summary>Reads the fences of a Markdown text.</summary>
internal static class Fences
{
    /// <summary>Whether every fence is closed by a line of its own.</summary>
    public static bool AreClosed(string markdown)
    {
        string? open = null;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line.Length - line.TrimStart('`').Length;
            if (open is null && ticks >= 3)
            {
                open = line[..ticks];
            }
            else if (open is not null && line == open)
            {
                open = null;
            }
        }

        return open is null;
    }
}
