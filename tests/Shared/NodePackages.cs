using System.Diagnostics;

namespace Benchr.Api.Tests;

/// <summary>The npm packages of a test project, in its folder <c>node</c>, and programs that are run with them.</summary>
/// <param name="project">The name of the project.</param>
internal sealed class NodePackages(string project)
{
    private readonly string folder = Path.Combine(Service.RepositoryRoot(), "tests", project, "node");

    /// <summary>Skips the test where Node or the packages are missing; the full suite installs them all and lets none be skipped.</summary>
    public void Require()
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        Assert.SkipUnless(path.Any(part => File.Exists(Path.Combine(part, "node"))), "node is not installed");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), $"npm ci was not run in tests/{project}/node");
    }

    /// <summary>The path of a program that a package brings.</summary>
    public string PathOf(string program) => Path.Combine(folder, "node_modules", ".bin", program);

    /// <summary>Runs a program in the folder.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="environment">What is set for it.</param>
    /// <returns>How it ended, and what it wrote.</returns>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, string input = "", params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
