using System.Diagnostics;

namespace Benchr.Api.Tests;

/// <summary>The service in a process of its own, over a seeded database.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchr-process-").FullName;
    private readonly Process process;

    private ServiceProcess(int port, Dictionary<string, string> environment)
    {
        var database = Path.Combine(folder, "benchr.db");
        File.Copy(SeededDatabase.Path, database);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment.Append(new("BENCHR_PORT", $"{port}")).Append(new("BENCHR_DATABASE", database)))
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the service and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(int port, Dictionary<string, string> environment)
    {
        var started = new ServiceProcess(port, environment);
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        for (var round = 0; round < 300; round++)
        {
            try
            {
                (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
                return started;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        await started.DisposeAsync();
        throw new InvalidOperationException("The service did not become ready.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
