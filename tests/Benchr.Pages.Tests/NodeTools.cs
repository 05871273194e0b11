using Benchr.Api.Tests;

namespace Benchr.Pages.Tests;

/// <summary>Checks of pages that run on Node.</summary>
internal static class NodeTools
{
    private static readonly NodePackages Packages = new("Benchr.Pages.Tests");

    /// <summary>Runs a script and gives its output; the test is skipped where Node or its packages are missing.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        Packages.Require();
        var (exitCode, output, errors) = await Packages.RunAsync("node", [script, .. arguments]);
        Assert.True(exitCode == 0, $"{script} failed: {errors}{output}");
        return output;
    }
}
