using System.Net;
using System.Text;
using System.Text.Json;

namespace Benchr.Api.Tests;

/// <summary>Many pastes in one call.</summary>
public sealed class BatchTests(Service service) : IClassFixture<Service>
{
    private const string Known = "{\"body\":\"401 Incorrect API key provided: sk-ab****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.\"}";
    private const string Text = "\"{\\\"type\\\":\\\"error\\\",\\\"error\\\":{\\\"type\\\":\\\"overloaded_error\\\",\\\"message\\\":\\\"Overloaded\\\"}}\"";

    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task An_array_is_answered_in_its_order_with_problems_in_place()
    {
        var response = await PostAsync($"[{Known}, {Text}, {{\"body\":\"\"}}, 7, null, {{\"body\":\"x\",\"status\":9}}, {Known}]", "application/json");
        var items = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray().ToList();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ["openai/invalid_api_key", "anthropic/overloaded_error", "empty-paste", "malformed-json", "malformed-json", "invalid-request", "openai/invalid_api_key"],
            items.Select(Name));
    }

    [Fact]
    public async Task Lines_are_answered_one_by_one_and_as_the_single_call_answers()
    {
        var response = await PostAsync($"{Known}\r\n\n  \n{Text}\nnot json\n{Known}", "application/x-ndjson");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (_, single) = await client.ClassifyAsync(Calls.Json(Known));

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["openai/invalid_api_key", "anthropic/overloaded_error", "malformed-json", "openai/invalid_api_key"], lines.Select(line => Name(JsonDocument.Parse(line).RootElement)));
        Assert.Equal(single.GetRawText(), lines[0]);
    }

    [Fact]
    public async Task An_item_with_damaged_bytes_costs_at_most_itself()
    {
        byte[] damaged = [.. "{\"body\":\"x\",\""u8, 0xC3, 0xFF, .. "\":1}"u8];
        byte[] readable = [.. Encoding.UTF8.GetBytes(Known[..^2]), 0xC3, .. "\"}"u8];
        var content = new ByteArrayContent([.. "["u8, .. damaged, .. ","u8, .. readable, .. "]"u8]);
        content.Headers.ContentType = new("application/json");

        var response = await client.PostAsync(new Uri("/v1/classify/batch", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var items = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray();

        Assert.Equal(["invalid-request", "openai/invalid_api_key"], items.Select(Name));
    }

    [Fact]
    public async Task A_long_stream_keeps_its_order()
    {
        var text = new StringBuilder();
        for (var index = 0; index < 5000; index++)
        {
            text.Append("{\"body\":\"HTTP/1.1 ").Append(400 + (index % 30)).Append(" x\"}\n");
        }

        var response = await PostAsync(text.ToString(), "application/x-ndjson");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5000, lines.Length);
        Assert.All(lines.Index(), line => Assert.Equal(
            400 + (line.Index % 30), JsonDocument.Parse(line.Item).RootElement.GetProperty("reading").GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task A_line_that_is_too_long_costs_only_itself()
    {
        var response = await PostAsync($"{Known}\n{{\"body\":\"{new string('a', 3_000_000)}\"}}\n{Known}\n", "application/x-ndjson");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["openai/invalid_api_key", "paste-too-large", "openai/invalid_api_key"], lines.Select(line => Name(JsonDocument.Parse(line).RootElement)));
    }

    [Theory]
    [InlineData("{\"body\":\"x\"}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[1,", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("x", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_batch_is_a_problem(string body, string type, HttpStatusCode status)
    {
        var response = await PostAsync(body, type);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-ndjson")]
    public async Task A_packed_body_is_refused_and_not_read_as_noise(string type)
    {
        var content = new StringContent($"[{Known}]", Encoding.UTF8, type);
        content.Headers.ContentEncoding.Add("gzip");
        var response = await client.PostAsync("/v1/classify/batch", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task More_items_than_allowed_are_refused()
    {
        var response = await PostAsync($"[{string.Join(',', Enumerable.Repeat("\"x\"", 1001))}]", "application/json");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    private static string Name(JsonElement item) => item.TryGetProperty("diagnosis", out var diagnosis)
        ? diagnosis.ValueKind == JsonValueKind.Null ? "unrecognized" : diagnosis.GetProperty("error").GetProperty("id").GetString()!
        : item.GetProperty("code").GetString()!;

    private Task<HttpResponseMessage> PostAsync(string body, string type) =>
        client.PostAsync("/v1/classify/batch", new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);
}
