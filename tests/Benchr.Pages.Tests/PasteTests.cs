using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>Somebody pastes an error and gets its diagnosis.</summary>
public sealed class PasteTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paste_is_diagnosed_with_and_without_script(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        await window.DiagnoseAsync(Pastes.WrongKey);
        var page = window.Page;

        Assert.Equal("OpenAI rejects the API key", await page.TextContentAsync("#diagnosis h1"));
        Assert.Contains("The key belongs to another vendor", await page.TextContentAsync("#diagnosis .cause"), StringComparison.Ordinal);
        Assert.Contains("OPENAI_BASE_URL", await page.TextContentAsync("#diagnosis .answer"), StringComparison.Ordinal);
        Assert.Contains("Do not retry", await page.TextContentAsync("#diagnosis .retry"), StringComparison.Ordinal);
        Assert.Contains("sure", await page.TextContentAsync("#diagnosis .sure"), StringComparison.Ordinal);
        Assert.Contains(await page.Locator("#diagnosis mark").AllTextContentsAsync(), text => text.Contains("Incorrect API key provided", StringComparison.Ordinal));
        Assert.True(await page.Locator("#diagnosis .steps > li").CountAsync() >= 3);
        Assert.Equal(script ? 1 : 2, window.Requests.Count(request => request.IsNavigationRequest));
        window.AssertClean();
    }

    [Fact]
    public async Task It_works_with_the_keyboard_alone()
    {
        await using var window = await site.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("paste", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.InsertTextAsync(Pastes.WrongKey);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#diagnosis");

        Assert.Equal("diagnosis", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Contains("OpenAI rejects the API key", await page.TextContentAsync("#paste-status"), StringComparison.Ordinal);
        Assert.Equal("OpenAI rejects the API key · Benchr", await page.TitleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_fix_is_on_the_first_screen(bool script)
    {
        await using var window = await site.OpenAsync(360, 740, script: script);
        await window.DiagnoseAsync(Pastes.WithSecret);
        var fix = (await window.Page.Locator("#diagnosis .answer > p").First.BoundingBoxAsync())!;

        Assert.InRange(fix.Y + fix.Height, 0, 740);
        Assert.False(await window.IsTooWideAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_is_masked_and_stays_out_of_addresses_answers_and_the_log(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        await window.DiagnoseAsync(Pastes.WithSecret);
        var page = window.Page;

        Assert.DoesNotContain(Pastes.SecretMiddle, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Pastes.SecretMiddle, await page.InputValueAsync("#paste"), StringComparison.Ordinal);
        Assert.DoesNotContain(window.Requests, request => request.Url.Contains("sk-", StringComparison.Ordinal) || request.Url.Contains('?', StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log, line => line.Contains(Pastes.SecretMiddle, StringComparison.Ordinal));
        Assert.Contains("sk-proj-****", await page.TextContentAsync("#diagnosis .evidence"), StringComparison.Ordinal);
        Assert.Contains("sk-p…Mn5P", await page.TextContentAsync(script ? "#paste-note" : ".warning"), StringComparison.Ordinal);
        if (script)
        {
            Assert.DoesNotContain(Pastes.SecretMiddle, window.Requests.Single(request => request.Method == "POST").PostData, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Authorization: Bearer a1b2c3d4e5f6g7h8i9j0", "a1b2c3d4e5f6g7h8i9j0")]
    [InlineData("api_key='abcDEF123456789ghi'", "abcDEF123456789ghi")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkw.abcdefghijk12345", "eyJzdWIiOiIxMjM0NTY3ODkw")]
    [InlineData("key sk-ant-api03-abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrst")]
    [InlineData("https://x.example/?key=AIzaSyA1234567890abcdefghijklmnopqrstuv", "A1234567890abcdefghi")]
    public async Task The_browser_masks_before_it_sends(string paste, string secret)
    {
        await using var window = await site.OpenAsync();
        await window.DiagnoseAsync(paste);

        var sent = window.Requests.Single(request => request.Method == "POST").PostData!;
        Assert.DoesNotContain(secret, sent, StringComparison.Ordinal);
        Assert.Equal(paste.Length, (await window.Page.InputValueAsync("#paste")).Length);
    }

    [Theory]
    [InlineData("openai.RateLimitError: Error code: 429 - rate_limit_exceeded on tokens per min (TPM): Limit 30000")]
    [InlineData("TypeError: sk-learn is missing, tokens=12345678 password_hash_algorithm")]
    public async Task The_browser_leaves_what_is_no_secret(string paste)
    {
        await using var window = await site.OpenAsync();
        await window.DiagnoseAsync(paste);

        Assert.Equal(paste, await window.Page.InputValueAsync("#paste"));
    }

    [Fact]
    public async Task What_is_shared_is_the_record_and_never_the_paste()
    {
        await using var window = await site.OpenAsync();
        await window.DiagnoseAsync(Pastes.WrongKey);
        var copied = await window.CopyAsync(".copy-link");

        Assert.Equal($"{site.Base}/errors/openai/invalid_api_key#cause-wrong-provider-key", copied);
        await window.Page.GotoAsync(copied);
        Assert.True(await window.Page.Locator("#cause-wrong-provider-key").IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Markup_in_a_paste_stays_text(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        await window.DiagnoseAsync(Pastes.Hostile);

        Assert.Equal(0, await window.Page.Locator("#diagnosis script, #diagnosis img").CountAsync());
        Assert.Contains("<script>alert(1)</script>", await window.Page.TextContentAsync("#diagnosis .evidence"), StringComparison.Ordinal);
        window.AssertClean();
    }

    [Fact]
    public async Task What_is_not_recognised_gets_help_and_no_guess()
    {
        await using var window = await site.OpenAsync();
        await window.DiagnoseAsync(Pastes.Nonsense);

        Assert.Equal("Not recognised", await window.Page.TextContentAsync("#diagnosis h1"));
        Assert.Contains("What would help", await window.Page.TextContentAsync("#diagnosis"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("#diagnosis .sure").CountAsync());
    }

    [Fact]
    public async Task Of_an_unknown_error_the_status_is_explained()
    {
        await using var window = await site.OpenAsync();
        await window.DiagnoseAsync("HTTP/1.1 418 I'm a teapot\ncontent-type: application/json\n\n{\"flavour\":\"earl grey\",\"steeped\":false}");

        Assert.Contains("418", await window.Page.TextContentAsync("#diagnosis"), StringComparison.Ordinal);
        Assert.True(await window.Page.Locator("#diagnosis .answer").IsVisibleAsync());
    }

    [Fact]
    public async Task A_long_paste_is_shown_around_its_evidence()
    {
        await using var window = await site.OpenAsync();
        var noise = string.Concat(Enumerable.Repeat("2026-11-28 10:00:00 INFO all is well\n", 1500));
        await window.Page.GotoAsync("/");
        await window.Page.EvaluateAsync("text => { document.getElementById('paste').value = text; }", $"{noise}{Pastes.WrongKey}\n{noise}");
        await window.Page.ClickAsync("text=Diagnose");
        await window.Page.WaitForSelectorAsync("#diagnosis");
        var shown = (await window.Page.TextContentAsync("#diagnosis .evidence"))!;

        Assert.Contains("Incorrect API key provided", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1000, 7000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_paste_is_told_so_beside_the_box(bool script)
    {
        await using var window = await site.OpenAsync(script: script);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.FillAsync("#paste", " ");
        await page.ClickAsync("text=Diagnose");

        await Assertions.Expect(page.Locator("#paste-problem")).ToContainTextAsync("nothing to diagnose");
    }
}
