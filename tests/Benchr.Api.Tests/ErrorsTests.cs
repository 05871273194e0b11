using System.Net;
using System.Text.Json;
using Benchr.Api.Errors;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Tests;

public sealed class ErrorsTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task A_record_comes_back_whole()
    {
        var (response, json) = await client.GetJsonAsync("/v1/errors/openai/invalid_api_key");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("openai/invalid_api_key", json.GetProperty("id").GetString());
        Assert.Equal("authentication", json.GetProperty("category").GetString());
        Assert.Equal(401, json.GetProperty("status")[0].GetInt32());
        Assert.Contains(json.GetProperty("causes").EnumerateArray(), cause => cause.GetProperty("slug").GetString() == "wrong-key");
        Assert.Contains("curl", json.GetProperty("checks")[1].GetProperty("commands").GetProperty("bash").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, json.GetProperty("revision").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, json.GetProperty("verified").ValueKind);
    }

    [Fact]
    public void The_answer_leaves_no_part_of_a_record_out()
    {
        var answered = typeof(ErrorDetail).GetProperties().Select(property => (property.Name, property.PropertyType));

        Assert.Empty(typeof(ErrorRecord).GetProperties().Select(property => (property.Name, property.PropertyType)).Except(answered));
    }

    [Theory]
    [InlineData("/v1/errors/OPENAI/Invalid_Api_Key", "openai/invalid_api_key")]
    [InlineData("/v1/errors/gemini/resource_exhausted", "gemini/RESOURCE_EXHAUSTED")]
    [InlineData("/v1/errors/network/fetch%20failed", "network/fetch failed")]
    public async Task An_id_is_found_whatever_its_case_and_characters(string path, string id) =>
        Assert.Equal(id, (await client.GetJsonAsync(path)).Json.GetProperty("id").GetString());

    [Fact]
    public async Task An_unknown_id_is_told_the_nearest_ones()
    {
        var (response, json) = await client.GetJsonAsync("/v1/errors/openai/invalid_api_kee");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("openai/invalid_api_key", json.GetProperty("nearest")[0].GetString());
    }

    [Fact]
    public async Task Pages_hold_every_record_exactly_once_in_order()
    {
        var seen = (await client.FollowAsync("/v1/errors?limit=7")).Select(item => item.GetProperty("id").GetString()!).ToList();

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("provider=anthropic", "provider", "anthropic")]
    [InlineData("category=rate-limit", "category", "rate-limit")]
    [InlineData("severity=high", "severity", "high")]
    [InlineData("q=invalid+api+key&provider=openai", "provider", "openai")]
    public async Task Filters_narrow_the_list(string query, string field, string value)
    {
        var (_, json) = await client.GetJsonAsync($"/v1/errors?limit=100&{query}");
        var (_, all) = await client.GetJsonAsync("/v1/errors?limit=1");

        Assert.InRange(json.GetProperty("total").GetInt32(), 1, all.GetProperty("total").GetInt32() - 1);
        Assert.All(json.GetProperty("items").EnumerateArray(), item => Assert.Equal(value, item.GetProperty(field).GetString()));
    }

    [Fact]
    public async Task Filters_by_status_and_retry_look_inside_the_record()
    {
        var (_, byStatus) = await client.GetJsonAsync("/v1/errors?limit=100&status=429");
        var (_, retryable) = await client.GetJsonAsync("/v1/errors?limit=100&retryable=true");

        Assert.All(byStatus.GetProperty("items").EnumerateArray(), item =>
            Assert.Contains(item.GetProperty("status").EnumerateArray(), status => status.GetInt32() == 429));
        Assert.All(retryable.GetProperty("items").EnumerateArray(), item =>
            Assert.Contains(item.GetProperty("retry").GetString(), (string[])["backoff", "honour-retry-after"]));
    }

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("openai", "", "", null)]
    [InlineData("", "rate-limit", "", 429)]
    [InlineData("gemini", "", "high", null)]
    [InlineData("azure-openai", "authentication", "high", 401)]
    [InlineData("", "", "", 599)]
    public async Task Filters_together_let_pass_what_each_of_them_does_page_by_page(string provider, string category, string severity, int? status)
    {
        var expected = (await client.FollowAsync("/v1/errors?limit=100"))
            .Where(item => (provider.Length == 0 || item.GetProperty("provider").GetString() == provider)
                && (category.Length == 0 || item.GetProperty("category").GetString() == category)
                && (severity.Length == 0 || item.GetProperty("severity").GetString() == severity)
                && (status is null || item.GetProperty("status").EnumerateArray().Any(number => number.GetInt32() == status)))
            .Select(item => item.GetProperty("id").GetString());
        var filters = new[] { ("provider", provider), ("category", category), ("severity", severity), ("status", $"{status}") }.Where(filter => filter.Item2.Length > 0);

        var found = await client.FollowAsync($"/v1/errors?limit=17{string.Concat(filters.Select(filter => $"&{filter.Item1}={filter.Item2}"))}");

        Assert.Equal(expected, found.Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Every_code_and_alias_finds_its_record()
    {
        var lost = new List<string>();
        var export = await client.GetStringAsync("/v1/export/api-errors.ndjson", TestContext.Current.CancellationToken);
        foreach (var line in export.Split('\n').Where(line => line.Contains("\"entity\":\"error\"", StringComparison.Ordinal)))
        {
            var error = JsonDocument.Parse(line).RootElement.GetProperty("error");
            var id = $"{error.GetProperty("provider")}/{error.GetProperty("code")}";
            foreach (var name in error.GetProperty("aliases").EnumerateArray().Append(error.GetProperty("code")).Select(name => name.GetString()!))
            {
                var (_, answer) = await client.GetJsonAsync($"/v1/lookup?code={Uri.EscapeDataString(name.ToUpperInvariant())}");
                if (!answer.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("error").GetProperty("id").GetString() == id))
                {
                    lost.Add($"{id} by {name}");
                }
            }
        }

        Assert.Equal([], lost);
    }

    [Theory]
    [InlineData("code=insufficient_quota", "openai/insufficient_quota", "code")]
    [InlineData("code=ECONNREFUSED", "network/ECONNREFUSED", "code")]
    [InlineData("code=openai.AuthenticationError&provider=openai&status=401", "openai/invalid_api_key", "sdk")]
    [InlineData("status=529&provider=anthropic", "anthropic/overloaded_error", "status")]
    public async Task A_bare_code_or_status_is_looked_up(string query, string id, string matchedBy)
    {
        var (_, json) = await client.GetJsonAsync($"/v1/lookup?{query}");

        var item = json.GetProperty("items").EnumerateArray().First(candidate => candidate.GetProperty("error").GetProperty("id").GetString() == id);
        Assert.Contains(item.GetProperty("matchedBy").EnumerateArray(), reason => reason.GetString() == matchedBy);
    }

    [Fact]
    public async Task An_exact_code_ranks_first()
    {
        var (_, json) = await client.GetJsonAsync("/v1/lookup?code=rate_limit_error");

        Assert.Equal("anthropic/rate_limit_error", json.GetProperty("items")[0].GetProperty("error").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("code=openai.AuthenticationError", "openai")]
    [InlineData("code=anthropic.AuthenticationError", "anthropic")]
    [InlineData("code=RateLimitError&provider=mistral", "mistral")]
    public async Task Whose_exception_it_is_ranks_first(string query, string provider)
    {
        var (_, json) = await client.GetJsonAsync($"/v1/lookup?{query}");

        Assert.Equal(provider, json.GetProperty("items")[0].GetProperty("error").GetProperty("provider").GetString());
    }

    [Fact]
    public async Task Providers_and_categories_are_listed_with_counts_that_add_up()
    {
        var (_, errors) = await client.GetJsonAsync("/v1/errors?limit=1");
        var (_, providers) = await client.GetJsonAsync("/v1/providers");
        var (_, categories) = await client.GetJsonAsync("/v1/categories");
        var (_, provider) = await client.GetJsonAsync("/v1/providers/openai");

        var total = errors.GetProperty("total").GetInt32();
        Assert.Equal(total, providers.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("errorCount").GetInt32()));
        Assert.Equal(total, categories.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("errorCount").GetInt32()));
        Assert.Contains(provider.GetProperty("errors").EnumerateArray(), item => item.GetProperty("id").GetString() == "openai/invalid_api_key");
    }
}
