using Benchr.Api.Tests;

namespace Benchr.Clients.Tests;

/// <summary>Programs of the npm packages beside these tests.</summary>
internal static class NodePrograms
{
    private static readonly NodePackages Packages = new("Benchr.Clients.Tests");

    /// <summary>Skips the test where they are missing.</summary>
    public static void Require() => Packages.Require();

    /// <summary>Runs a program that a package brings.</summary>
    public static Task<(int ExitCode, string Output)> RunPackageAsync(string program, params string[] arguments) =>
        RunAsync(Packages.PathOf(program), arguments);

    /// <summary>Runs a program in the folder.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = await Packages.RunAsync(
            program, arguments, "", ("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"), ("NO_COLOR", "1"));
        return (exitCode, output + errors);
    }
}
