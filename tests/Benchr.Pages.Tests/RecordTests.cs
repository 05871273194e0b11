using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>A record on its page.</summary>
public sealed partial class RecordTests(Site site)
{
    private const string Record = "/errors/openai/invalid_api_key";

    [Fact]
    public async Task It_shows_every_section()
    {
        var html = await site.Client.GetStringAsync(Record, TestContext.Current.CancellationToken);

        Assert.All(
            ["fix", "meaning", "causes", "response", "checks", "prevention", "misfixes", "questions", "related", "examples", "sources", "changelog"],
            section => Assert.Contains($"<section id=\"{section}\"", html, StringComparison.Ordinal));
        Assert.Contains("Verified against its sources on", html, StringComparison.Ordinal);
        Assert.Contains("severity: high", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_record_has_a_page_whose_links_lead_somewhere()
    {
        var token = TestContext.Current.CancellationToken;
        var sitemap = await site.Client.GetStringAsync("/sitemap.xml", token);
        var addresses = Location().Matches(sitemap).Select(match => match.Groups[1].Value[site.Base.Length..]).ToHashSet(StringComparer.Ordinal);
        Assert.True(addresses.Count(address => address.StartsWith("/errors/", StringComparison.Ordinal)) > 700);
        var broken = new List<string>();
        foreach (var address in addresses)
        {
            using var response = await site.Client.GetAsync(address, token);
            var html = await response.Content.ReadAsStringAsync(token);
            var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToList();
            broken.AddRange(response.IsSuccessStatusCode ? [] : [$"{address}: {response.StatusCode}"]);
            broken.AddRange(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{address}: id {group.Key} twice"));
            foreach (var link in Link().Matches(html).Select(match => match.Groups[1].Value))
            {
                var isKnown = link.StartsWith('#') ? ids.Contains(link[1..])
                    : !link.StartsWith('/') || addresses.Contains(link.Split('?', '#')[0]) || link.StartsWith("/v1/", StringComparison.Ordinal)
                        || link.StartsWith("/assets/", StringComparison.Ordinal) || link is "/swagger" or "/openapi/v1.json" or "/openapi/v1-3.0.json";
                broken.AddRange(isKnown ? [] : [$"{address}: {link}"]);
            }
        }

        Assert.Equal([], broken.Distinct());
    }

    [Fact]
    public async Task Its_structured_data_is_an_article_and_its_questions()
    {
        var html = await site.Client.GetStringAsync(Record, TestContext.Current.CancellationToken);
        using var data = JsonDocument.Parse(Data().Match(html).Groups[1].Value);
        var graph = data.RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(item => item.GetProperty("@type").GetString()!);

        Assert.Equal($"{site.Base}{Record}", graph["TechArticle"].GetProperty("url").GetString());
        Assert.Contains(graph["FAQPage"].GetProperty("mainEntity").EnumerateArray(), question => question.GetProperty("name").GetString()!.EndsWith('?'));
        Assert.Contains($"<link rel=\"canonical\" href=\"{site.Base}{Record}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/errors/OpenAI/Invalid_API_Key", Record)]
    [InlineData("/errors/gemini/resource_exhausted", "/errors/gemini/RESOURCE_EXHAUSTED")]
    [InlineData("/providers/OPENAI", "/providers/openai")]
    [InlineData("/errors/openai", "/providers/openai")]
    public async Task Another_spelling_leads_to_the_right_one(string address, string canonical)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(301, (int)response.StatusCode);
        Assert.Equal(canonical, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_command_is_copied_as_it_stands()
    {
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync(Record);

        var copied = await window.CopyAsync("#check-env-value .code:visible button");
        Assert.StartsWith("echo \"len=${#OPENAI_API_KEY}", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("Copy", copied, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shell_is_chosen_with_and_without_script(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await page.GotoAsync(Record);
        var first = page.Locator("#check-env-value pre:visible");
        Assert.Contains("echo", await first.TextContentAsync(), StringComparison.Ordinal);
        await page.FocusAsync("#shell-env-value-bash");
        await page.Keyboard.PressAsync("ArrowRight");

        Assert.Contains("$env:OPENAI_API_KEY", await first.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(script, (await page.Locator("#check-key-alone pre:visible").TextContentAsync())!.Contains("Invoke-WebRequest", StringComparison.Ordinal));
        if (script)
        {
            await page.GotoAsync("/errors/openai/insufficient_quota");
            Assert.True(await page.Locator("[data-shells] input[value=powershell]").First.IsCheckedAsync());
        }
    }

    [Fact]
    public async Task Outcomes_lead_to_causes_and_next_steps()
    {
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync(Record);
        await window.Page.ClickAsync("#check-env-value >> text=Does the key pass on its own?");
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{site.Base}{Record}#check-key-alone");
        await window.Page.ClickAsync("#check-key-alone >> text=The process still holds an old key");
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{site.Base}{Record}#cause-stale-process");
    }

    [Fact]
    public async Task In_print_every_shell_is_there_and_nothing_to_click()
    {
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync(Record);
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(4, await window.Page.Locator("#check-env-value pre:visible").CountAsync());
        Assert.Equal(0, await window.Page.Locator("button:visible, .site-head:visible").CountAsync());
    }

    [GeneratedRegex("<loc>([^<]+)</loc>", RegexOptions.NonBacktracking)]
    private static partial Regex Location();

    [GeneratedRegex(" id=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(" href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("<script type=\"application/ld\\+json\">([^<]+)</script>", RegexOptions.NonBacktracking)]
    private static partial Regex Data();
}
