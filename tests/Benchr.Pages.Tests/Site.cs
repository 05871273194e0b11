using Benchr.Api.Tests;
using Benchr.Pages.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Benchr.Pages.Tests;

/// <summary>The service on a port of its own, and a browser to look at it with; both are shared by all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>How long to wait for what a page will show, in milliseconds: long enough for a machine that is busy with other tests.</summary>
    private const float MostPatience = 30_000;

    private readonly Service service = new();
    private readonly Lazy<Task<IBrowser>> browser;
    private IPlaywright? playwright;

    public Site() => browser = new(LaunchAsync);

    /// <summary>The address of the service, without a slash at its end.</summary>
    public string Base { get; private set; } = "";

    /// <summary>Calls the service without a browser; follows no redirects and unpacks nothing.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the service logged so far.</summary>
    public IEnumerable<string> Log => service.Log;

    /// <summary>The browser's program; null where there is none.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public ValueTask InitializeAsync()
    {
        service.UseKestrel(0);
        service.StartServer();
        Base = service.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Base) };
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens a window; the test is skipped where no browser is installed.</summary>
    public async Task<Window> OpenAsync(int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipUnless(Chromium is not null, "chromium is not installed");
        var context = await (await browser.Value).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Base,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Window(context, await context.NewPageAsync(), Base);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            await (await browser.Value).DisposeAsync();
        }

        playwright?.Dispose();
        Client.Dispose();
        await service.DisposeAsync();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(MostPatience);
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
