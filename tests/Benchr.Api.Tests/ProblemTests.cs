using System.Net;
using System.Text;
using System.Text.Json;
using Benchr.Api.Problems;

namespace Benchr.Api.Tests;

/// <summary>Bad input gets a clear problem, whose type leads to a record that explains it.</summary>
public sealed class ProblemTests(Service service) : IClassFixture<Service>
{
    private const string Canary = "kanarienvogel-7781";

    private readonly HttpClient client = service.CreateClient();

    [Theory]
    [InlineData("/v1/errors/openai/nothing_like_this", 404, "record-not-found", null)]
    [InlineData("/v1/providers/nobody", 404, "record-not-found", null)]
    [InlineData("/v1/nowhere", 404, "route-not-found", null)]
    [InlineData("/v1/errors?limit=0", 400, "invalid-parameter", "limit")]
    [InlineData("/v1/errors?limit=101", 400, "invalid-parameter", "limit")]
    [InlineData("/v1/errors?limit=ten", 400, "invalid-parameter", "limit")]
    [InlineData("/v1/errors?status=99", 400, "invalid-parameter", "status")]
    [InlineData("/v1/errors?category=bad", 400, "invalid-parameter", "category")]
    [InlineData("/v1/errors?severity=bad", 400, "invalid-parameter", "severity")]
    [InlineData("/v1/errors?retryable=perhaps", 400, "invalid-parameter", "retryable")]
    [InlineData("/v1/errors?provider=opnai", 400, "invalid-parameter", "provider")]
    [InlineData("/v1/errors?colour=red", 400, "invalid-parameter", "colour")]
    [InlineData("/v1/errors?cursor=AAAA", 400, "invalid-cursor", "cursor")]
    [InlineData("/v1/errors?cursor=%20not%20base64", 400, "invalid-cursor", "cursor")]
    [InlineData("/v1/lookup", 400, "invalid-parameter", "code")]
    [InlineData("/v1/lookup?status=999", 400, "invalid-parameter", "status")]
    [InlineData("/v1/lookup?code=x&provider=nobody", 400, "invalid-parameter", "provider")]
    public async Task A_bad_request_is_told_what_is_wrong(string path, int status, string code, string? field) =>
        await AssertProblemAsync(await client.GetAsync(path, TestContext.Current.CancellationToken), status, code, field);

    [Theory]
    [InlineData("text/plain", "", 422, "empty-paste", "body")]
    [InlineData("text/plain", "  \n ", 422, "empty-paste", "body")]
    [InlineData("application/json", "{}", 422, "empty-paste", "body")]
    [InlineData("application/json", """{"body":""}""", 422, "empty-paste", "body")]
    [InlineData("application/json", "{\"body\": \"kanarienvogel-7781\n\"}", 400, "malformed-json", "body")]
    [InlineData("application/json", "kanarienvogel-7781", 400, "malformed-json", null)]
    [InlineData("application/json", "null", 400, "malformed-json", null)]
    [InlineData("application/json", """{"body": 7}""", 400, "malformed-json", "body")]
    [InlineData("application/json", """{"body":"kanarienvogel-7781","status":"x"}""", 400, "malformed-json", "status")]
    [InlineData("application/json", """{"body":"kanarienvogel-7781","status":99}""", 422, "invalid-request", "status")]
    [InlineData("application/json", """{"body":"kanarienvogel-7781","status":600}""", 422, "invalid-request", "status")]
    [InlineData("application/json", """{"body":"kanarienvogel-7781","provider":"opnai"}""", 422, "unknown-provider", "provider")]
    [InlineData("application/json", """{"body":"kanarienvogel-7781","stauts":401}""", 422, "invalid-request", "request")]
    [InlineData("application/xml", "<e>kanarienvogel-7781</e>", 415, "unsupported-media-type", null)]
    [InlineData("text/plain; charset=klingon", "kanarienvogel-7781", 415, "unsupported-media-type", null)]
    public async Task A_bad_paste_is_told_what_is_wrong(string contentType, string body, int status, string code, string? field)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var response = await client.PostAsync("/v1/classify", content, TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, status, code, field);
    }

    [Fact]
    public async Task A_mistaken_provider_hint_is_told_the_nearest_names()
    {
        var (_, json) = await client.ClassifyAsync(Calls.Json("""{"body":"x","provider":"opnai"}"""));

        Assert.Contains(json.GetProperty("nearest").EnumerateArray(), name => name.GetString() == "openai");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task A_paste_over_the_limit_is_refused(string contentType)
    {
        var text = new string('é', (128 * 1024) + 1);
        var content = contentType == "text/plain" ? Calls.Text(text) : Calls.Json(JsonSerializer.Serialize(new { body = text }));

        await AssertProblemAsync(await client.PostAsync("/v1/classify", content, TestContext.Current.CancellationToken), 413, "paste-too-large", "body");
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var response = await client.DeleteAsync("/v1/classify", TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 405, "method-not-allowed", null);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_cursor_is_good_only_for_the_filters_it_was_made_with()
    {
        var (_, page) = await client.GetJsonAsync("/v1/errors?limit=1&provider=openai");

        var response = await client.GetAsync(
            $"/v1/errors?limit=1&provider=anthropic&cursor={page.GetProperty("nextCursor").GetString()}", TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 400, "invalid-cursor", "cursor");
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_record_and_every_such_record_a_kind()
    {
        var (_, provider) = await client.GetJsonAsync($"/v1/providers/{ProblemKind.Provider}");

        Assert.Equal(
            ProblemKind.All.Select(kind => kind.Code).Order(StringComparer.Ordinal),
            provider.GetProperty("errors").EnumerateArray().Select(item => item.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(provider.GetProperty("errors").EnumerateArray(), item => Assert.Equal(
            ProblemKind.All.Single(kind => kind.Code == item.GetProperty("code").GetString()).Status,
            item.GetProperty("status")[0].GetInt32()));
    }

    [Fact]
    public async Task No_text_of_a_paste_reaches_the_log()
    {
        await client.ClassifyAsync(Calls.Text($"401 Incorrect API key provided: {Canary}"));
        await client.ClassifyAsync(Calls.Json($"{{\"body\":\"{Canary}\", broken {Canary}"));
        await client.ClassifyAsync(Calls.Json($"{{\"body\":\"x\",\"{Canary}\":1}}"));
        await client.ClassifyAsync(Calls.Text("x"), $"?provider={Canary}");

        Assert.NotEmpty(service.Log);
        Assert.DoesNotContain(service.Log, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    private async Task AssertProblemAsync(HttpResponseMessage response, int status, string code, string? field)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal((status, code), ((int)response.StatusCode, json.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, json.GetProperty("status").GetInt32());
        Assert.All(["title", "detail", "instance", "requestId"], name => Assert.NotEmpty(json.GetProperty(name).GetString()!));
        if (field is not null)
        {
            Assert.Contains(json.GetProperty("errors").EnumerateArray(), item => item.GetProperty("field").GetString() == field);
        }

        var record = await client.GetAsync(json.GetProperty("type").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, record.StatusCode);
    }
}
