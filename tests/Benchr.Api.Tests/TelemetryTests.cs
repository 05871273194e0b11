using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Benchr.Api.Tests;

/// <summary>What operators see of a running service. They run alone: meters and traces are of the whole process, and what other tests do would fill them.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests : IDisposable
{
    private const string Secret = "Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P";

    private readonly Service service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task Metrics_count_requests_by_route_and_diagnoses_by_outcome_and_provider_and_time_the_stages()
    {
        var client = service.CreateClient();
        await client.ClassifyAsync(Calls.Text("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}"));
        await client.ClassifyAsync(Calls.Text("the cat sat on the mat"));
        await client.GetJsonAsync("/v1/errors/openai/invalid_api_key");

        // A request is counted once it has ended, which may be a moment after its answer arrived.
        var metrics = await MetricsAsync(client);
        for (var tries = 0; tries < 20 && !metrics.Any(IsRecord); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            metrics = await MetricsAsync(client);
        }

        Assert.Contains(metrics, line => Has(line, "benchr_diagnoses_total", "outcome=\"diagnosed\"", "provider=\"anthropic\""));
        Assert.Contains(metrics, line => Has(line, "benchr_diagnoses_total", "outcome=\"unrecognized\"", "provider=\"none\""));
        Assert.All(["scrub", "read", "match", "weigh", "decide"], stage =>
            Assert.Contains(metrics, line => Has(line, "benchr_diagnosis_stage_duration_seconds_count", $"stage=\"{stage}\"")));
        Assert.Contains(metrics, IsRecord);
        Assert.Contains(metrics, line => line.StartsWith("benchr_catalogue_age_seconds", StringComparison.Ordinal));
        Assert.Contains(metrics, HasErrors);

        static bool HasErrors(string line) => Has(line, "benchr_catalogue_errors") && double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) > 0;

        static bool IsRecord(string line) =>
            Has(line, "http_server_request_duration_seconds_count", "http_route=\"/v1/errors/{provider}/{code}\"", "http_response_status_code=\"200\"");
    }

    [Fact]
    public async Task No_secret_becomes_a_label_or_a_line_of_the_log()
    {
        var client = service.CreateClient();
        await SendSecretsAsync(client);

        Assert.DoesNotContain(await MetricsAsync(client), line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traces_go_to_a_collector_with_the_callers_trace_and_without_what_the_caller_wrote()
    {
        await using var collector = await Collector.StartAsync();
        service.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        service.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        service.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        var client = service.CreateClient();
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = Calls.Text($"401 for key sk-proj-{Secret}") };
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        request.Headers.Add("User-Agent", $"agent-{Secret}");
        await client.SendAsync(request, TestContext.Current.CancellationToken);
        await SendSecretsAsync(client);

        var id = new byte[16];
        trace.CopyTo(id);
        await collector.WaitForAsync(id);
        await collector.WaitForAsync("diagnose"u8.ToArray());
        await collector.WaitForAsync("/v1/errors/{provider}/{code}"u8.ToArray());
        Assert.False(collector.Has(Encoding.UTF8.GetBytes(Secret)));
    }

    [Fact]
    public async Task A_request_has_the_id_that_the_caller_gave_or_one_of_ours()
    {
        var client = service.CreateClient();
        var (given, problem) = await GetWithIdAsync(client, "order-4711.a_B");
        var (made, _) = await GetWithIdAsync(client, null);
        var (odd, _) = await GetWithIdAsync(client, "<script>");
        var (secret, _) = await GetWithIdAsync(client, $"sk-proj-{Secret}");

        Assert.Equal(("order-4711.a_B", "order-4711.a_B"), (given, problem.GetProperty("requestId").GetString()));
        Assert.NotEmpty(made);
        Assert.DoesNotContain("script", odd, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, secret, StringComparison.Ordinal);
        Assert.Contains(service.Log, line => line.Contains("order-4711.a_B", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private static async Task SendSecretsAsync(HttpClient client)
    {
        await client.GetAsync($"/v1/errors/openai/sk-proj-{Secret}", TestContext.Current.CancellationToken);
        await client.GetAsync($"/sk-proj-{Secret}?key={Secret}", TestContext.Current.CancellationToken);
        await client.GetAsync($"/v1/errors?q={Secret}", TestContext.Current.CancellationToken);
        await client.ClassifyAsync(Calls.Text($"401 for key sk-proj-{Secret} of provider {Secret}"));
        using var odd = new HttpRequestMessage(new HttpMethod(Secret), "/v1/errors");
        await client.SendAsync(odd, TestContext.Current.CancellationToken);
    }

    private static async Task<(string Id, System.Text.Json.JsonElement Problem)> GetWithIdAsync(HttpClient client, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/errors/openai/no_such_code");
        if (id is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.Headers.GetValues("X-Request-Id").Single(), System.Text.Json.JsonDocument.Parse(text).RootElement);
    }

    private static async Task<string[]> MetricsAsync(HttpClient client)
    {
        var response = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
    }

    private static bool Has(string line, string name, params string[] labels) =>
        line.StartsWith(name, StringComparison.Ordinal) && labels.All(label => line.Contains(label, StringComparison.Ordinal));

    /// <summary>A collector that keeps all bytes it is sent.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly MemoryStream received = new();
        private readonly WebApplication app;

        private Collector(WebApplication app) => this.app = app;

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.app.MapPost("{**path}", async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                lock (collector.received)
                {
                    collector.received.Write(body.ToArray());
                }
            });
            await collector.app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public bool Has(byte[] bytes)
        {
            lock (received)
            {
                return received.ToArray().AsSpan().IndexOf(bytes) >= 0;
            }
        }

        public async Task WaitForAsync(byte[] bytes)
        {
            for (var round = 0; round < 300 && !Has(bytes); round++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            Assert.True(Has(bytes), string.Create(CultureInfo.InvariantCulture, $"Not received: {Encoding.UTF8.GetString(bytes)}"));
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
