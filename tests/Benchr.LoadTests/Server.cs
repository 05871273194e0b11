using System.Diagnostics;
using System.Globalization;

namespace Benchr.LoadTests;

/// <summary>A server in a process of its own.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private Server(Process process, double readyAfter) => (this.process, ReadyAfter) = (process, readyAfter);

    /// <summary>Milliseconds from the start of the process to the first answer.</summary>
    public double ReadyAfter { get; }

    /// <summary>Resident memory in MiB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time used so far, in seconds.</summary>
    public double ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Starts the service without limits for callers, and waits until it is ready.</summary>
    public static Task<Server> StartServiceAsync(string servicePath, int port, string database) => StartAsync(
        [servicePath],
        new()
        {
            ["BENCHR_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["BENCHR_DATABASE"] = database,
            ["Benchr__RateLimits__ReadsPerMinute"] = "0",
            ["Benchr__RateLimits__ClassifiesPerMinute"] = "0",
            ["Benchr__RateLimits__BatchItemsPerMinute"] = "0",
        },
        $"http://127.0.0.1:{port}/health/ready");

    /// <summary>Starts a server and waits until an address answers.</summary>
    public static async Task<Server> StartAsync(IEnumerable<string> arguments, Dictionary<string, string> environment, string address)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 6000; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(address);
                return new Server(process, watch.Elapsed.TotalMilliseconds);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        process.Kill();
        throw new InvalidOperationException("The server does not answer.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
