using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>What holds on every kind of page.</summary>
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string> Pages => Kinds.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_is_accessible_fits_a_phone_and_asks_nothing_of_others(string address)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var window = await site.OpenAsync(360, 740, scheme);
            var response = (await window.Page.GotoAsync(address))!;

            Assert.False(await window.IsTooWideAsync(), $"{address} scrolls sideways");
            await AssertAccessibleAsync(window.Page);
            await window.Page.SetViewportSizeAsync(1280, 860);
            await AssertAccessibleAsync(window.Page);
            window.AssertClean(response.Status);
        }
    }

    [Theory]
    [InlineData(Pastes.WithSecret)]
    [InlineData(Pastes.Nonsense)]
    [InlineData("429 Too Many Requests")]
    [InlineData("rate limit exceeded")]
    public async Task So_is_every_diagnosis(string paste)
    {
        foreach (var (scheme, script) in new[] { (ColorScheme.Light, true), (ColorScheme.Dark, true), (ColorScheme.Light, false) })
        {
            await using var window = await site.OpenAsync(360, 740, scheme, script);
            await window.DiagnoseAsync(paste);

            Assert.False(await window.IsTooWideAsync());
            window.AssertClean();
            if (script)
            {
                await AssertAccessibleAsync(window.Page);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_colours_follow_the_scheme(string address)
    {
        await using var light = await site.OpenAsync();
        await using var dark = await site.OpenAsync(scheme: ColorScheme.Dark);
        await light.Page.GotoAsync(address);
        await dark.Page.GotoAsync(address);
        const string Ground = "getComputedStyle(document.body).backgroundColor";

        Assert.NotEqual(await light.Page.EvaluateAsync<string>(Ground), await dark.Page.EvaluateAsync<string>(Ground));
    }

    [Fact]
    public async Task A_policy_that_is_broken_would_be_noticed()
    {
        await using var window = await site.OpenAsync();
        await window.Page.GotoAsync("/docs");
        await window.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')");

        Assert.ThrowsAny<Exception>(() => window.AssertClean());
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal([], result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }
}
