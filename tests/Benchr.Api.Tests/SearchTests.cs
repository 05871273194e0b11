using System.Net;
using System.Text.Json;

namespace Benchr.Api.Tests;

/// <summary>Finding records by words.</summary>
public sealed class SearchTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Theory]
    [InlineData("key still 401 after rotating", "invalid_api_key")]
    [InlineData("invalid api key", "invalid_api_key")]
    [InlineData("incorect api kee openai", "openai/invalid_api_key")]
    [InlineData("overload anthropic 529", "anthropic/overloaded_error")]
    [InlineData("daily quota gemini free tier", "gemini/RESOURCE_EXHAUSTED")]
    [InlineData("RateLimitReached", "RateLimitReached")]
    [InlineData("rate limit reached azure", "azure-openai/RateLimitReached")]
    [InlineData("connection refused ollama", "ollama/ECONNREFUSED")]
    [InlineData("maximum context len", "context_length_exceeded")]
    [InlineData("self signed certificate", "network/CERTIFICATE_VERIFY_FAILED")]
    public async Task A_few_words_find_the_record_among_the_first_five(string words, string id)
    {
        var (_, page) = await client.GetJsonAsync($"/v1/errors?limit=5&q={Uri.EscapeDataString(words)}");

        Assert.Contains(page.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString()!.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Highlights_say_where_the_words_stand()
    {
        var (_, page) = await client.GetJsonAsync("/v1/errors?q=quota");

        Assert.All(page.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.True(item.GetProperty("highlights").GetArrayLength() > 0);
            Assert.All(item.GetProperty("highlights").EnumerateArray(), highlight =>
            {
                var text = highlight.GetProperty("text").GetString()!;
                Assert.All(highlight.GetProperty("ranges").EnumerateArray(), range =>
                    Assert.StartsWith("quota", text[range.GetProperty("start").GetInt32()..range.GetProperty("end").GetInt32()], StringComparison.OrdinalIgnoreCase));
            });
        });
    }

    [Fact]
    public async Task A_slip_is_told()
    {
        var (_, page) = await client.GetJsonAsync("/v1/errors?q=qouta");

        Assert.Equal("quota", page.GetProperty("corrected").GetProperty("qouta").GetString());
    }

    [Fact]
    public async Task The_pages_of_a_search_hold_each_record_once_in_one_order()
    {
        var (_, whole) = await client.GetJsonAsync("/v1/errors?q=rate+limit&limit=100");
        var seen = (await client.FollowAsync("/v1/errors?q=rate+limit&limit=7")).Select(item => item.GetProperty("id").GetString()!).ToList();

        Assert.Equal(whole.GetProperty("total").GetInt32(), seen.Count);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), seen.Take(100));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("NEAR(a b")]
    [InlineData("a AND OR NOT *")]
    [InlineData("'; DROP TABLE errors; --")]
    [InlineData("{names}: x ^ + -")]
    [InlineData("\u0000\u202e𝟒")]
    [InlineData("the of and")]
    [InlineData("密钥")]
    public async Task No_words_are_a_query_language_and_none_break_it(string words)
    {
        var (response, page) = await client.GetJsonAsync($"/v1/errors?q={Uri.EscapeDataString(words)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(JsonValueKind.Array, page.GetProperty("items").ValueKind);
    }

    [Fact]
    public async Task Words_and_filters_narrow_together()
    {
        var (_, page) = await client.GetJsonAsync("/v1/errors?q=key&provider=groq&limit=100");

        Assert.NotEqual(0, page.GetProperty("total").GetInt32());
        Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.Equal("groq", item.GetProperty("provider").GetString()));
    }
}
