using System.Text.Json;
using Benchr.Api.Tests;

namespace Benchr.Sdk.Tests;

/// <summary>The SDKs of npm, called by <c>node/print.mjs</c> in one process an SDK.</summary>
internal static class NodeSdk
{
    private static readonly NodePackages Packages = new("Benchr.Sdk.Tests");

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public static void Require() => Packages.Require();

    /// <summary>What an SDK throws at each address, printed in each way; nothing where it throws nothing.</summary>
    /// <param name="sdk">A name that the script knows.</param>
    /// <param name="address">Where the provider is.</param>
    /// <param name="paths">What follows the address, one a call.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> PrintAsync(string sdk, string address, IEnumerable<string> paths)
    {
        // The address is of this machine; a proxy has no business with it.
        var (exitCode, lines, problems) = await Packages.RunAsync("node", ["print.mjs", sdk, address], JsonSerializer.Serialize(paths), ("NO_PROXY", "127.0.0.1"));
        Assert.True(exitCode == 0, problems);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!)
            .ToDictionary(line => line.Path, line => line.Prints);
    }

    private sealed record Line(string Path, IReadOnlyDictionary<string, string> Prints);
}
