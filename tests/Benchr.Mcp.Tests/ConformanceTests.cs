using System.Text.RegularExpressions;

namespace Benchr.Mcp.Tests;

/// <summary>The server scenarios of the protocol's conformance suite that any server must pass, against the service as it is.</summary>
public sealed class ConformanceOfTheServiceTests(RealHost host) : IClassFixture<RealHost>
{
    public static TheoryData<string> Scenarios => new(
        "server-initialize", "ping", "logging-set-level", "completion-complete", "tools-list", "resources-list", "prompts-list", "dns-rebinding-protection");

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task The_service_passes(string scenario) => Suite.AssertGreenAsync(host.Url, scenario);
}

/// <summary>The scenarios that need tools, resources and prompts of certain names: the same set-up with these added.</summary>
public sealed class ConformanceWithFixturesTests(HostWithFixtures host) : IClassFixture<HostWithFixtures>
{
    public static TheoryData<string> Scenarios => new(
        "tools-call-simple-text", "tools-call-image", "tools-call-audio", "tools-call-embedded-resource", "tools-call-mixed-content", "tools-call-with-logging",
        "tools-call-error", "tools-call-with-progress", "json-schema-2020-12", "resources-read-text", "resources-read-binary", "resources-templates-read",
        "resources-subscribe", "resources-unsubscribe", "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource", "prompts-get-with-image");

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task The_set_up_passes(string scenario) => Suite.AssertGreenAsync(host.Url, scenario);
}

/// <summary>The scenarios that only a server with sessions can pass, which the service is not: what is shown is that nothing in the set-up stands in their way.</summary>
public sealed class ConformanceWithSessionsTests(HostWithSessions host) : IClassFixture<HostWithSessions>
{
    public static TheoryData<string> Scenarios => new(
        "tools-call-sampling", "tools-call-elicitation", "elicitation-sep1034-defaults", "elicitation-sep1330-enums", "server-sse-polling", "server-sse-multiple-streams");

    /// <summary>The suite asks for the rest of a closed stream at once, whatever wait it was told, and may come before there is a rest.</summary>
    private const int MostTries = 4;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task The_set_up_with_sessions_passes(string scenario) => Suite.AssertGreenAsync(host.Url, scenario, scenario == "server-sse-polling" ? MostTries : 1);

    [Fact]
    public async Task Every_server_scenario_of_the_suite_is_run()
    {
        Node.Require();
        var (_, output, _) = await Suite.RunAsync("list", "--server");
        var all = Regex.Matches(output, @"^  - (\S+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        var run = ConformanceOfTheServiceTests.Scenarios.Concat(ConformanceWithFixturesTests.Scenarios).Concat(Scenarios).Select(row => row.Data);
        Assert.Equal(all, run.Order(StringComparer.Ordinal));
    }
}

/// <summary>Runs the suite.</summary>
internal static class Suite
{
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Node.RunAsync(["--import", "./older-node.mjs", "node_modules/@modelcontextprotocol/conformance/dist/index.js", .. arguments]);

    /// <summary>Asserts that a scenario ends without a failure or a warning, and with at least one success.</summary>
    /// <param name="url">The server.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="mostTries">How often it may be tried until it does.</param>
    public static async Task AssertGreenAsync(string url, string scenario, int mostTries = 1)
    {
        Node.Require();
        var reports = new List<string>();
        var isGreen = false;
        while (!isGreen && reports.Count < mostTries)
        {
            (isGreen, var report) = await TryAsync(url, scenario);
            reports.Add(report);
        }

        Assert.True(isGreen, string.Join('\n', reports));
    }

    private static async Task<(bool IsGreen, string Report)> TryAsync(string url, string scenario)
    {
        var results = Directory.CreateTempSubdirectory("benchr-conformance-");
        try
        {
            var (code, output, errors) = await RunAsync("server", "--url", url, "--scenario", scenario, "--output-dir", results.FullName);
            var checks = results.GetFiles("checks.json", SearchOption.AllDirectories)
                .SelectMany(file => System.Text.Json.JsonDocument.Parse(File.ReadAllText(file.FullName)).RootElement.EnumerateArray())
                .ToLookup(check => check.GetProperty("status").GetString()!);

            TestContext.Current.TestOutputHelper?.WriteLine($"{scenario}: {string.Join(", ", checks.Select(group => $"{group.Count()} {group.Key}"))}");
            var isGreen = code == 0 && checks["SUCCESS"].Any() && !checks["FAILURE"].Concat(checks["WARNING"]).Any();
            return (isGreen, $"{output}{errors}{string.Join('\n', checks.SelectMany(group => group))}");
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }
}
