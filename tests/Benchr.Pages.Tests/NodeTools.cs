using System.Diagnostics;
using Benchr.Api.Tests;

namespace Benchr.Pages.Tests;

/// <summary>Checks of pages that run on Node.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(Service.RepositoryRoot(), "tests", "Benchr.Pages.Tests", "node");

    /// <summary>Runs a script and gives its output; the test is skipped where Node or its packages are missing.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(node is not null && Directory.Exists(Path.Combine(Folder, "node_modules")), $"node or its packages are missing; run npm ci in {Folder}");
        using var process = Process.Start(new ProcessStartInfo(node!, [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{script} failed: {await errors}{await output}");
        return await output;
    }
}
