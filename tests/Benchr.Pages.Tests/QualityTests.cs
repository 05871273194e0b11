using System.Diagnostics;
using System.Text.Json;

namespace Benchr.Pages.Tests;

/// <summary>What other people's tools say to the pages. They run alone: a busy machine is not the page's fault.</summary>
[Collection(nameof(QualityTests))]
[CollectionDefinition(nameof(QualityTests), DisableParallelization = true)]
public sealed class QualityTests(Site site)
{
    private const double Least = 0.95;
    private const int MostTries = 3;

    [Fact]
    public async Task Every_kind_of_page_is_valid_HTML()
    {
        var folder = Directory.CreateTempSubdirectory("benchr-pages-").FullName;
        try
        {
            foreach (var (index, address) in Kinds.Addresses.Index())
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("Accept", "text/html");
                await SaveAsync(request, $"{index}-{address.Replace('/', '-').Split('?')[0]}");
            }

            foreach (var (index, paste) in new[] { Pastes.WithSecret, Pastes.Nonsense, Pastes.Hostile, "429 Too Many Requests", " " }.Index())
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("paste", paste)]) };
                await SaveAsync(request, $"paste-{index}");
            }

            Assert.Equal("", await NodeTools.RunAsync("validate.mjs", folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task SaveAsync(HttpRequestMessage request, string name)
        {
            using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}.html"), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/errors")]
    [InlineData("/errors/openai/invalid_api_key")]
    public async Task Lighthouse_finds_little_to_say(string address)
    {
        Assert.SkipUnless(Site.Chromium is not null, "chromium is not installed");
        var reports = new List<string>();
        do
        {
            // Whatever else the machine does only takes from the score, so the best of a few is the page's own.
            reports.Add(await NodeTools.RunAsync("lighthouse.mjs", site.Base + address, Site.Chromium!));
        }
        while (!IsGood(reports[^1]) && reports.Count < MostTries);

        Assert.True(IsGood(reports[^1]), string.Join('\n', reports));
    }

    /// <summary>How answers begin: JSON, Markdown and metrics, a calendar, a stream of events.</summary>
    private static readonly string[] Beginnings = ["{", "[", "# ", "BEGIN:VCALENDAR", "event: "];

    private static bool IsGood(string report)
    {
        using var document = JsonDocument.Parse(report);
        var scores = document.RootElement.GetProperty("scores").EnumerateObject().ToDictionary(score => score.Name, score => score.Value.ValueKind == JsonValueKind.Number ? score.Value.GetDouble() : 0);
        return scores.Count == 4 && scores.Values.All(score => score >= Least);
    }

    [Fact]
    public async Task Every_example_of_the_API_page_works_as_it_stands()
    {
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync("/docs");
        var examples = await window.Page.Locator(".code code").AllTextContentsAsync();
        Assert.True(examples.Count >= 10);
        foreach (var example in examples)
        {
            Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "bash or curl is not installed");
            using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", $"set -euo pipefail; {example.Replace("curl -s", "curl -sf", StringComparison.Ordinal)}"]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0 && Beginnings.Any(beginning => output.StartsWith(beginning, StringComparison.Ordinal)), $"{example}\n{output}");
        }
    }
}
