using System.Diagnostics;
using Benchr.Api.Tests;

namespace Benchr.Clients.Tests;

/// <summary>Programs of the npm packages beside these tests.</summary>
internal static class NodePrograms
{
    /// <summary>The folder of the packages.</summary>
    public static string Folder { get; } = Path.Combine(Service.RepositoryRoot(), "tests", "Benchr.Clients.Tests", "node");

    /// <summary>Skips the test where they are missing; the full suite installs them all and lets none be skipped.</summary>
    public static void Require() =>
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), $"The npm packages are not installed: npm ci in tests/Benchr.Clients.Tests/node");

    /// <summary>Runs a program that a package brings.</summary>
    public static Task<(int ExitCode, string Output)> RunPackageAsync(string program, params string[] arguments) =>
        RunAsync(Path.Combine(Folder, "node_modules", ".bin", program), arguments);

    /// <summary>Runs a program in the folder.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true", ["NO_COLOR"] = "1" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
