using Microsoft.Playwright;

namespace Benchr.Pages.Tests;

/// <summary>A browser window that remembers what went wrong in it and what it asked for.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>All windows of a browser share one clipboard.</summary>
    private static readonly SemaphoreSlim Clipboard = new(1);

    private readonly IBrowserContext context;
    private readonly string home;
    private readonly List<string> complaints = [];
    private readonly List<IRequest> requests = [];

    public Window(IBrowserContext context, IPage page, string home)
    {
        this.context = context;
        this.home = home;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request);
    }

    public IPage Page { get; }

    /// <summary>Everything that was asked for so far.</summary>
    public IReadOnlyList<IRequest> Requests => requests;

    /// <summary>Fails where the console has errors (a broken security policy is one) or something was asked of another host.</summary>
    /// <param name="status">The status of the page itself; the browser reports one of failure as an error.</param>
    public void AssertClean(int status = 200)
    {
        Assert.Equal([], complaints.Where(complaint => status < 400 || !complaint.Contains($"status of {status}", StringComparison.Ordinal)));
        Assert.All(requests, request => Assert.StartsWith(home, request.Url, StringComparison.Ordinal));
    }

    /// <summary>Whether the page is wider than the window.</summary>
    public Task<bool> IsTooWideAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

    /// <summary>Pastes an error and sends it as somebody with a mouse does.</summary>
    public async Task DiagnoseAsync(string paste)
    {
        await Page.GotoAsync("/");
        await Page.FillAsync("#paste", paste);
        await Page.ClickAsync("text=Diagnose");
        await Page.WaitForSelectorAsync("#diagnosis");
    }

    /// <summary>Presses a button that copies, and gives what the clipboard holds then.</summary>
    public async Task<string> CopyAsync(string button)
    {
        const string Read = "navigator.clipboard.readText()";
        await Clipboard.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await Page.EvaluateAsync("navigator.clipboard.writeText('')");
            await Page.ClickAsync(button);
            await Page.WaitForFunctionAsync($"async () => await {Read} !== ''");
            return await Page.EvaluateAsync<string>(Read);
        }
        finally
        {
            Clipboard.Release();
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
