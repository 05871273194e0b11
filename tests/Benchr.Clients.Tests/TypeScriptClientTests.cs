namespace Benchr.Clients.Tests;

/// <summary>A TypeScript client made from the document: it compiles in strict mode and calls every operation.</summary>
public sealed class TypeScriptClientTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_generated_client_compiles_in_strict_mode_and_calls_every_operation()
    {
        NodePrograms.Require();
        await SucceedAsync("openapi-typescript", $"{service.Address}/openapi/v1.json", "-o", "client/schema.d.ts");
        await SucceedAsync("tsc", "-p", "client");
        var (exitCode, output) = await NodePrograms.RunAsync("node", "client/built/use.js", service.Address);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            service.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task SucceedAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await NodePrograms.RunPackageAsync(program, arguments);
        Assert.True(exitCode == 0, output);
    }
}
