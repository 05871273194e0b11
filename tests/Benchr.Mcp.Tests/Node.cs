using Benchr.Api.Tests;

namespace Benchr.Mcp.Tests;

/// <summary>Runs the scripts in the folder <c>node</c> with the packages that <c>npm ci</c> puts beside them.</summary>
internal static class Node
{
    private static readonly NodePackages Packages = new("Benchr.Mcp.Tests");

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public static void Require() => Packages.Require();

    /// <summary>Runs a script.</summary>
    /// <param name="arguments">What to run, relative to the folder, and its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>How it ended, and what it wrote.</returns>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, string input = "") =>
        Packages.RunAsync("node", arguments, input);
}
