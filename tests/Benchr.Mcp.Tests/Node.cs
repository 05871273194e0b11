using System.Diagnostics;
using Benchr.Api.Tests;

namespace Benchr.Mcp.Tests;

/// <summary>Runs the scripts in the folder <c>node</c> with the packages that <c>npm ci</c> puts beside them.</summary>
internal static class Node
{
    private static readonly string Folder = Path.Combine(Service.RepositoryRoot(), "tests", "Benchr.Mcp.Tests", "node");

    /// <summary>Skips the test where Node or the packages are missing; the full suite installs them and lets none be skipped.</summary>
    public static void Require()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, "node"))), "node is not installed");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), $"npm ci was not run in {Folder}");
    }

    /// <summary>Runs a script.</summary>
    /// <param name="arguments">What to run, relative to the folder, and its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>How it ended, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
