using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>The lists: narrowed by fields, by words, page by page.</summary>
public sealed class ListTests(Site site)
{
    [Fact]
    public async Task It_searches_while_somebody_types()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/errors");
        var before = (await page.TextContentAsync("#results-title"))!;
        await page.Locator("#q").PressSequentiallyAsync("insufficient quota");

        await Assertions.Expect(page).ToHaveURLAsync($"{site.Base}/errors?q=insufficient+quota");
        await Assertions.Expect(page.Locator(".records .title").First).ToHaveTextAsync("No API credit, or the monthly budget is used up");
        await Assertions.Expect(page.Locator("#results-title")).Not.ToHaveTextAsync(before);
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(1, window.Requests.Count(request => request.IsNavigationRequest));
        window.AssertClean();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filters_narrow_the_list_and_count_what_is_left(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await page.GotoAsync("/errors");
        await page.SelectOptionAsync("#provider", "openai");
        await page.ClickAsync("text=Show");
        await Assertions.Expect(page.Locator("#provider")).ToHaveValueAsync("openai");
        await Assertions.Expect(page.Locator("#category option", new() { HasTextString = "billing" })).ToHaveTextAsync("billing (5)", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task Every_count_of_a_filter_is_what_choosing_it_gives()
    {
        await using var window = await site.OpenAsync(script: false);
        var page = window.Page;
        await page.GotoAsync("/errors?provider=openai");
        foreach (var option in await page.Locator("#category option, #status option").AllAsync())
        {
            var (name, value, text) = (await option.EvaluateAsync<string>("node => node.parentElement.name"), await option.GetAttributeAsync("value"), await option.TextContentAsync());
            if (!string.IsNullOrEmpty(value))
            {
                var html = await site.Client.GetStringAsync($"/errors?provider=openai&{name}={value}", TestContext.Current.CancellationToken);
                var count = text!.Split('(', ')')[1];
                Assert.Contains($">{count} record", html, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/errors?provider=anthropic", ".records .title")]
    [InlineData("/models?platform=openai", "tbody th")]
    public async Task Pages_of_a_list_hold_everything_once(string address, string item)
    {
        await using var window = await site.OpenAsync(script: false);
        var page = window.Page;
        await page.GotoAsync(address);
        var total = int.Parse((await page.TextContentAsync(".count"))!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(await page.Locator(item).AllTextContentsAsync());
            if (await page.Locator("a[rel=next]").CountAsync() == 0)
            {
                break;
            }

            await page.ClickAsync("a[rel=next]");
        }

        Assert.True(total > 20);
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_slip_is_mended_and_told()
    {
        var html = await site.Client.GetStringAsync("/errors?q=overlaoded&provider=&category=&status=", TestContext.Current.CancellationToken);

        Assert.Contains("in place of", html, StringComparison.Ordinal);
        Assert.Contains("/errors/anthropic/overloaded_error", html, StringComparison.Ordinal);
    }
}
