using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>Somebody runs the checks of a record and marks what comes out.</summary>
public sealed class GuideTests(Site site)
{
    private const string Record = "/errors/openai/invalid_api_key";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Marked_outcomes_lead_to_the_next_step_and_to_the_cause(bool script)
    {
        await using var window = await site.OpenAsync(360, 740, script: script);
        var page = window.Page;
        await page.GotoAsync(Record);
        await MarkAsync(page, script, "env-value", "looks-right");
        await Assertions.Expect(page.Locator("#guide-result h3")).ToHaveTextAsync("Next: Does the key pass on its own?");
        await Assertions.Expect(page.Locator("#guide-result")).ToContainTextAsync("2 ruled out");
        await MarkAsync(page, script, "key-alone", "accepted");
        await Assertions.Expect(page.Locator("#guide-result h3")).ToHaveTextAsync("It is this: The process still holds an old key");

        Assert.Contains("Restart the process", await page.TextContentAsync("#guide-result"), StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?env-value=looks-right&key-alone=accepted"));
        Assert.Equal(script ? 1 : 3, window.Requests.Count(request => request.IsNavigationRequest));
        Assert.False(await window.IsTooWideAsync());
        window.AssertClean();
    }

    [Fact]
    public async Task What_does_not_go_together_is_told()
    {
        var html = await site.Client.GetStringAsync($"{Record}?env-value=other-vendor&key-alone=accepted", TestContext.Current.CancellationToken);

        Assert.Contains("That does not go together", html, StringComparison.Ordinal);
        Assert.Contains("noindex", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_outcome_is_left_out()
    {
        var html = await site.Client.GetStringAsync($"{Record}?env-value=nonsense&utm_source=x", TestContext.Current.CancellationToken);

        Assert.Contains("Mark what you see at each step", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", html, StringComparison.Ordinal);
    }

    private static async Task MarkAsync(IPage page, bool script, string check, string outcome)
    {
        await page.CheckAsync($"input[name={check}][value={outcome}]");
        if (!script)
        {
            await page.ClickAsync("text=Show what it can be");
        }
    }
}
