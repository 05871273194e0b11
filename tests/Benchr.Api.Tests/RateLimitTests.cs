using System.Net;
using System.Text.Json;

namespace Benchr.Api.Tests;

/// <summary>One client cannot take all.</summary>
public sealed class RateLimitTests : IDisposable
{
    private readonly Service service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task Who_asks_too_much_is_told_how_long_to_wait_by_a_problem_that_is_a_record()
    {
        service.Settings["Benchr:RateLimits:ReadsPerMinute"] = "3";
        var client = service.CreateClient();
        var answers = new List<HttpResponseMessage>();
        for (var count = 0; count < 6; count++)
        {
            answers.Add(await client.GetAsync("/v1/categories", TestContext.Current.CancellationToken));
        }

        var refused = answers[^1];
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.Equal("\"reads\";q=3;w=60", answers[0].Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith("\"reads\";r=2;t=", answers[0].Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.EndsWith("/v1/errors/benchr/rate-limited", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classifying_has_a_bucket_of_its_own()
    {
        service.Settings["Benchr:RateLimits:ClassifiesPerMinute"] = "1";
        var client = service.CreateClient();

        var first = await client.PostAsync("/v1/classify", Calls.Text("x"), TestContext.Current.CancellationToken);
        var second = await client.PostAsync("/v1/classify", Calls.Text("x"), TestContext.Current.CancellationToken);
        var read = await client.GetAsync("/v1/categories", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task Diagnosing_draws_on_the_bucket_of_classifying()
    {
        service.Settings["Benchr:RateLimits:ClassifiesPerMinute"] = "1";
        var client = service.CreateClient();

        var first = await client.PostAsync("/v1/classify", Calls.Text("x"), TestContext.Current.CancellationToken);
        var second = await client.PostAsync("/v1/errors/openai/invalid_api_key/diagnose", null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Forwarded_addresses_of_strangers_are_not_believed()
    {
        service.Settings["Benchr:RateLimits:ReadsPerMinute"] = "2";
        var client = service.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var count = 0; count < 4; count++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/categories");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{count}");
            statuses.Add((await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task Health_is_never_limited()
    {
        service.Settings["Benchr:RateLimits:ReadsPerMinute"] = "1";
        var client = service.CreateClient();
        for (var count = 0; count < 5; count++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        }
    }
}
