using System.Diagnostics;
using System.Text.Json;

namespace Benchr.Knowledge.Tests;

/// <summary>Programs that say whether a text is in order.</summary>
internal static class Tool
{
    /// <summary>Skips the test where a program is missing; the full suite installs them all and lets none be skipped.</summary>
    public static void Require(string program)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, program))), $"{program} is not installed");
    }

    /// <summary>What a program says to a text: its errors where it fails, else its output.</summary>
    public static string Run(string program, IEnumerable<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : $"{program} failed: {errors.GetAwaiter().GetResult()}";
    }

    /// <summary>What a program says to each of many texts that it reads as one JSON list; it writes one JSON string a line.</summary>
    public static IEnumerable<string> RunOnAll(string program, IEnumerable<string> arguments, IReadOnlyList<string> texts) =>
        Run(program, arguments, JsonSerializer.Serialize(texts)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string>(line)!);
}
