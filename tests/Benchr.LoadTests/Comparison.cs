using System.Globalization;

namespace Benchr.LoadTests;

/// <summary>Runs every scenario against both servers in turn, and reports the ratios of the medians.</summary>
internal static class Comparison
{
    private const int ServicePort = 18701;
    private const int TwinPort = 18702;
    private const int Connections = 8;
    private const int LinesOfBatch = 200;

    /// <summary>So long until what runs hot is compiled for the last time; before, it is the compiler that is measured.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string servicePath, int seconds, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("benchr-load-").FullName;
        var database = Path.Combine(folder, "benchr.db");
        (await Server.StartServiceAsync(servicePath, ServicePort, database)).Dispose();
        using var service = await Server.StartServiceAsync(servicePath, ServicePort, database);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready after {service.ReadyAfter:0} ms on a seeded database, {service.Memory:0} MiB resident"));

        var scenarios = await ScenariosAsync();
        var answers = Directory.CreateDirectory(Path.Combine(folder, "answers")).FullName;
        await RecordAsync(scenarios, answers);
        using var twin = await Server.StartAsync(
            [typeof(Comparison).Assembly.Location, "twin", TwinPort.ToString(CultureInfo.InvariantCulture), answers],
            // As the service is run; this assembly is the client as well, which should leave the processors alone.
            new() { ["DOTNET_gcServer"] = "1" }, $"http://127.0.0.1:{TwinPort}/{scenarios[0].Name}");

        Console.WriteLine("| call | service/s | twin/s | ratio | p99 at half of its own rate, service/twin | server CPU us, service/twin | bytes allocated a call, service/twin |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var scenario in scenarios)
        {
            Compare(scenario, TimeSpan.FromSeconds(seconds), rounds, service, twin);
        }

        Batch(TimeSpan.FromSeconds(seconds), rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service.Memory:0} MiB resident after the load"));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<IReadOnlyList<Scenario>> ScenariosAsync()
    {
        const string Record = "/v1/errors/openai/invalid_api_key";
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ServicePort}") };
        using var message = new HttpRequestMessage(HttpMethod.Get, Record);
        message.Headers.Host = "localhost";
        using var response = await client.SendAsync(message);
        return
        [
            new Scenario("record", "GET", Record),
            new Scenario("not-modified", "GET", Record) { Header = ("If-None-Match", response.Headers.ETag!.ToString()), Status = 304 },
            new Scenario("classify", "POST", "/v1/classify") { Body = ("application/json", Scenario.PasteOfOneKibibyte()) },
            new Scenario("list", "GET", "/v1/errors?category=rate-limit&status=429&limit=20"),
            new Scenario("search", "GET", "/v1/errors?q=quota%20exceeded&limit=20"),
        ];
    }

    private static async Task RecordAsync(IEnumerable<Scenario> scenarios, string folder)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ServicePort}") };
        foreach (var scenario in scenarios)
        {
            using var message = scenario.ToMessage();
            message.Headers.Host = "localhost";
            using var response = await client.SendAsync(message);
            await File.WriteAllBytesAsync(Path.Combine(folder, scenario.Name), (await RecordedAnswer.OfAsync(response)).ToFile());
        }
    }

    private static void Compare(Scenario scenario, TimeSpan duration, int rounds, Server service, Server twin)
    {
        var (toService, toTwin) = (scenario.ToBytes(scenario.Path), scenario.ToBytes("/" + scenario.Name));
        LoadClient.Run(ServicePort, toService, scenario.Status, Connections, WarmUp);
        LoadClient.Run(TwinPort, toTwin, scenario.Status, Connections, WarmUp);
        var (ofService, ofTwin) = (new List<double>(), new List<double>());
        var (costOfService, costOfTwin) = (new List<double>(), new List<double>());
        var (allocatedByService, allocatedByTwin) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            Measure(ServicePort, toService, service, ofService, costOfService, allocatedByService);
            Measure(TwinPort, toTwin, twin, ofTwin, costOfTwin, allocatedByTwin);
        }

        var lateOfService = Median([.. Enumerable.Range(0, rounds).Select(_ => LoadClient.Run(ServicePort, toService, scenario.Status, Connections, duration, Median(ofService) / 2).Percentile99)]);
        var lateOfTwin = Median([.. Enumerable.Range(0, rounds).Select(_ => LoadClient.Run(TwinPort, toTwin, scenario.Status, Connections, duration, Median(ofTwin) / 2).Percentile99)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {Median(ofService):0} | {Median(ofTwin):0} | {Median(ofService) / Median(ofTwin):0.00} | {lateOfService:0.00}/{lateOfTwin:0.00} ms = {lateOfService / lateOfTwin:0.0} | {Median(costOfService):0}/{Median(costOfTwin):0} | {allocatedByService.Max():0}/{allocatedByTwin.Max():0} |"));

        void Measure(int port, byte[] request, Server server, List<double> rates, List<double> costs, List<double> memory)
        {
            var (before, allocated) = (server.ProcessorTime, Allocated(port));
            var result = LoadClient.Run(port, request, scenario.Status, Connections, duration);
            var calls = result.PerSecond * duration.TotalSeconds;
            rates.Add(result.PerSecond);
            costs.Add((server.ProcessorTime - before) * 1e6 / calls);

            // The runtime's counter stands still for a while after it gave up a heap: it can show less than was allocated, never more.
            memory.Add((Allocated(port) - allocated) / calls);
        }
    }

    /// <summary>How many bytes a server allocated since it began; both tell it as Prometheus reads it.</summary>
    private static double Allocated(int port)
    {
        using var client = new HttpClient();

        // The exporter repeats itself for a moment.
        Thread.Sleep(400);
        var line = client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{Twin.Metrics}")).GetAwaiter().GetResult()
            .Split('\n').First(line => line.StartsWith(Twin.AllocatedBytes, StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>How many pastes a second go through one stream of lines, against one call a paste.</summary>
    private static void Batch(TimeSpan duration, int rounds)
    {
        var paste = Scenario.PasteOfOneKibibyte();
        var single = new Scenario("classify", "POST", "/v1/classify") { Body = ("application/json", paste) };
        var many = new Scenario("batch", "POST", "/v1/classify/batch") { Body = ("application/x-ndjson", string.Join('\n', Enumerable.Repeat(paste, LinesOfBatch))) };
        var (ofSingle, ofMany) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            ofSingle.Add(LoadClient.Run(ServicePort, single.ToBytes(single.Path), 200, 1, duration).PerSecond);
            ofMany.Add(LoadClient.Run(ServicePort, many.ToBytes(many.Path), 200, 1, duration).PerSecond * LinesOfBatch);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one connection: {Median(ofMany[1..]):0} pastes/s as lines, {Median(ofSingle[1..]):0} pastes/s one call each = {Median(ofMany[1..]) / Median(ofSingle[1..]):0.0}"));
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
