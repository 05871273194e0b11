using System.Diagnostics;
using System.Text.Json;

namespace Benchr.Sdk.Tests;

/// <summary>The SDKs of npm, called by <c>node/print.mjs</c> in one process an SDK.</summary>
internal static class NodeSdk
{
    private static readonly string Folder = Path.Combine(Benchr.Api.Tests.Service.RepositoryRoot(), "tests", "Benchr.Sdk.Tests", "node");

    private static readonly Lazy<bool> LazyHasNode = new(HasNode);

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public static void Require()
    {
        Assert.SkipUnless(LazyHasNode.Value, "node is missing; install Node.js");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "the SDKs are missing; run npm ci in tests/Benchr.Sdk.Tests/node");
    }

    /// <summary>What an SDK throws at each address, printed in each way; nothing where it throws nothing.</summary>
    /// <param name="sdk">A name that the script knows.</param>
    /// <param name="address">Where the provider is.</param>
    /// <param name="paths">What follows the address, one a call.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> PrintAsync(string sdk, string address, IEnumerable<string> paths)
    {
        var start = new ProcessStartInfo("node", ["print.mjs", sdk, address])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The address is of this machine; a proxy has no business with it.
        start.Environment["NO_PROXY"] = "127.0.0.1";
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(paths));
        node.StandardInput.Close();
        var problems = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await problems);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!)
            .ToDictionary(line => line.Path, line => line.Prints);
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private sealed record Line(string Path, IReadOnlyDictionary<string, string> Prints);
}
