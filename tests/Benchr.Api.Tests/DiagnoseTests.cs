using System.Net;
using System.Text.Json;

namespace Benchr.Api.Tests;

/// <summary>The checks of a record, one after the other, until the cause is known.</summary>
public sealed class DiagnoseTests(Service service) : IClassFixture<Service>
{
    private const string Url = "/v1/errors/openai/invalid_api_key/diagnose";
    private const string Secret = "sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P";

    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task From_a_paste_to_the_cause_by_following_what_is_next()
    {
        var (_, classified) = await client.ClassifyAsync(Calls.Text("401 Incorrect API key provided: sk-proj-****3fQd. You can find your API key at https://platform.openai.com/account/api-keys."));
        var next = classified.GetProperty("diagnosis").GetProperty("next");
        var url = next.GetProperty("url").GetString()!;
        var observations = new List<object>();
        var (_, answer) = await DiagnoseAsync(null, url);

        Assert.Equal(next.GetProperty("check").GetProperty("slug").GetString(), answer.GetProperty("next").GetProperty("slug").GetString());
        Assert.NotEmpty(next.GetProperty("check").GetProperty("title").GetString()!);
        foreach (var outcome in new[] { "looks-right", "refused", "project-set" })
        {
            Assert.NotEmpty(answer.GetProperty("next").GetProperty("commands").EnumerateObject());
            observations.Add(new { check = answer.GetProperty("next").GetProperty("slug").GetString(), outcome });
            (_, answer) = await DiagnoseAsync(new { observations }, url);
        }

        Assert.True(answer.GetProperty("concluded").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
        Assert.Equal("wrong-project", answer.GetProperty("cause").GetProperty("slug").GetString());
        Assert.Equal(answer.GetProperty("cause").GetProperty("fix").GetString(), answer.GetProperty("fix").GetString());
        Assert.Equal(("scope-headers", "project-set"), Why(answer.GetProperty("possible")[0]));
        Assert.Contains(answer.GetProperty("ruledOut").EnumerateArray(), cause => cause.GetProperty("slug").GetString() == "stale-process" && Why(cause) == ("key-alone", "refused"));
        Assert.Equal("openai/invalid_api_key", answer.GetProperty("error").GetProperty("id").GetString());
        Assert.Equal(classified.GetProperty("catalogue").GetString(), answer.GetProperty("catalogue").GetString());
    }

    [Fact]
    public async Task A_cause_that_the_paste_tells_stays_beside_the_checks()
    {
        var (_, json) = await client.ClassifyAsync(Calls.Text("401 Incorrect API key provided: sk-ant-a***************QAAA. You can find your API key at https://platform.openai.com/account/api-keys."));

        Assert.Equal("wrong-provider-key", json.GetProperty("diagnosis").GetProperty("cause").GetProperty("slug").GetString());
        Assert.EndsWith(Url, json.GetProperty("diagnosis").GetProperty("next").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_without_checks_has_no_next_and_all_its_causes()
    {
        var (_, classified) = await client.ClassifyAsync(Calls.Text("HTTP/1.1 418 I'm a teapot\n\n{\"code\":\"invalid-request\",\"type\":\"https://errors.example.com/v1/errors/benchr/invalid-request\",\"title\":\"The request is not valid\"}"));
        var (_, answer) = await DiagnoseAsync(null, "/v1/errors/benchr/invalid-request/diagnose");

        Assert.Equal("benchr/invalid-request", classified.GetProperty("diagnosis").GetProperty("error").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, classified.GetProperty("diagnosis").GetProperty("next").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
        Assert.Equal(2, answer.GetProperty("possible").GetArrayLength());
        Assert.False(answer.GetProperty("concluded").GetBoolean());
        Assert.NotEmpty(answer.GetProperty("fix").GetString()!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{}")]
    [InlineData("""{"observations":null}""")]
    [InlineData("""{"observations":[]}""")]
    public async Task Nothing_is_where_one_begins(string body)
    {
        var (_, none) = await DiagnoseAsync(null);

        var (response, answer) = await ReadAsync(await client.PostAsync(Url, Calls.Json(body), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(none.GetRawText(), answer.GetRawText());
        Assert.Equal("env-value", answer.GetProperty("next").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_raw_output_is_read_and_the_order_makes_no_difference()
    {
        object[] observations = [new { check = "env-value", outcome = "looks-right" }, new { check = "key-alone", output = "401\r\n" }];
        var (_, forward) = await DiagnoseAsync(new { observations });
        var (_, backward) = await DiagnoseAsync(new { observations = observations.Reverse() });

        Assert.Equal(forward.GetRawText(), backward.GetRawText());
        var read = forward.GetProperty("observations")[1];
        Assert.Equal(("matched", "refused"), (read.GetProperty("reading").GetString(), read.GetProperty("outcome").GetString()));
        Assert.Equal("scope-headers", forward.GetProperty("next").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task An_output_that_tells_nothing_is_said_to_tell_nothing()
    {
        var (_, answer) = await DiagnoseAsync(new { observations = new[] { new { check = "key-alone", output = "curl: (6) Could not resolve host" } } });

        var read = answer.GetProperty("observations")[0];
        Assert.Equal(("unmatched", JsonValueKind.Null), (read.GetProperty("reading").GetString(), read.GetProperty("outcome").ValueKind));
        Assert.Equal(3, read.GetProperty("candidates").GetArrayLength());
        Assert.Empty(answer.GetProperty("ruledOut").EnumerateArray());
    }

    [Fact]
    public async Task Observations_that_contradict_each_other_are_told_and_conclude_nothing()
    {
        var (_, twoWays) = await DiagnoseAsync("""{"observations":[{"check":"env-value","outcome":"empty"},{"check":"env-value","outcome":"quoted"}]}""");
        var (_, ruledOut) = await DiagnoseAsync("""{"observations":[{"check":"env-value","outcome":"tail-differs"},{"check":"key-alone","outcome":"refused"}]}""");

        Assert.Equal("outcomes-differ", twoWays.GetProperty("contradictions")[0].GetProperty("kind").GetString());
        Assert.Equal(("cause-ruled-out", "stale-process"), (ruledOut.GetProperty("contradictions")[0].GetProperty("kind").GetString(), ruledOut.GetProperty("contradictions")[0].GetProperty("cause").GetString()));
        Assert.All([twoWays, ruledOut], answer =>
        {
            Assert.False(answer.GetProperty("concluded").GetBoolean());
            Assert.NotEmpty(answer.GetProperty("contradictions")[0].GetProperty("message").GetString()!);
        });
    }

    [Fact]
    public async Task A_secret_in_an_output_is_masked_and_nowhere_kept()
    {
        var (response, answer) = await DiagnoseAsync(new { observations = new[] { new { check = "env-value", output = $"len=0 OPENAI_API_KEY={Secret}" } } });

        Assert.Equal("empty", answer.GetProperty("observations")[0].GetProperty("outcome").GetString());
        Assert.Equal("openai", answer.GetProperty("warnings")[0].GetProperty("provider").GetString());
        Assert.DoesNotContain(Secret[8..^4], answer.GetRawText() + response.Headers, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Log, line => line.Contains(Secret[8..^4], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"observations":[{"check":"env-valeu","outcome":"empty"}]}""", 422, "invalid-request", "observations[0].check")]
    [InlineData("""{"observations":[{"outcome":"empty"}]}""", 422, "invalid-request", "observations[0].check")]
    [InlineData("""{"observations":[{"check":"env-value","outcome":"empty"},{"check":"key-alone","outcome":"forbiden"}]}""", 422, "invalid-request", "observations[1].outcome")]
    [InlineData("""{"observations":[{"check":"env-value"}]}""", 422, "invalid-request", "observations[0]")]
    [InlineData("""{"observations":[{"check":"env-value","outcome":"empty","output":"len=0"}]}""", 422, "invalid-request", "observations[0]")]
    [InlineData("""{"observations":[{"check":"env-value","outcome":"empty","sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P":1}]}""", 422, "invalid-request", "observations[0]")]
    [InlineData("""{"observations":[null]}""", 422, "invalid-request", "observations[0]")]
    [InlineData("""{"observation":[]}""", 422, "invalid-request", "request")]
    [InlineData("""{"observations":[{"check":"sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P","outcome":"empty"}]}""", 422, "invalid-request", "observations[0].check")]
    [InlineData("""{"observations":{}}""", 400, "malformed-json", "observations")]
    [InlineData("""{"observations":[7]}""", 400, "malformed-json", "observations[0]")]
    [InlineData("""{"observations":[{"check":"env-value","output":7}]}""", 400, "malformed-json", "observations[0].output")]
    [InlineData("""{"observations":[{"check":"\ud800","outcome":"empty"}]}""", 400, "malformed-json", "observations[0].check")]
    [InlineData("""{"sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P": {x}}""", 400, "malformed-json", null)]
    [InlineData("[]", 400, "malformed-json", null)]
    [InlineData("null", 400, "malformed-json", null)]
    [InlineData("{", 400, "malformed-json", null)]
    public async Task A_bad_request_is_told_what_is_wrong(string body, int status, string code, string? field)
    {
        var (response, problem) = await DiagnoseAsync(body);

        AssertProblem(response, problem, status, code, field);
        Assert.DoesNotContain(Secret[8..^4], problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistaken_name_is_told_those_that_exist_and_the_nearest()
    {
        var (_, check) = await DiagnoseAsync("""{"observations":[{"check":"env-valeu","outcome":"empty"}]}""");
        var (_, outcome) = await DiagnoseAsync("""{"observations":[{"check":"key-alone","outcome":"forbiden"}]}""");

        Assert.Contains("env-value, key-alone, scope-headers", check.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("env-value", check.GetProperty("nearest")[0].GetString());
        Assert.Contains("accepted, refused, forbidden", outcome.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("forbidden", outcome.GetProperty("nearest")[0].GetString());
    }

    [Theory]
    [InlineData(50, HttpStatusCode.OK)]
    [InlineData(51, HttpStatusCode.UnprocessableEntity)]
    public async Task Observations_have_a_most(int count, HttpStatusCode status)
    {
        var (response, answer) = await DiagnoseAsync(new { observations = Enumerable.Repeat(new { check = "env-value", outcome = "empty" }, count) });

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, answer.TryGetProperty("concluded", out _));
    }

    [Theory]
    [InlineData('x', 16 * 1024, HttpStatusCode.OK)]
    [InlineData('x', (16 * 1024) + 1, HttpStatusCode.UnprocessableEntity)]
    [InlineData('é', (8 * 1024) + 1, HttpStatusCode.UnprocessableEntity)]
    public async Task An_output_has_a_longest(char letter, int length, HttpStatusCode status)
    {
        var (response, answer) = await DiagnoseAsync(new { observations = new[] { new { check = "env-value", output = new string(letter, length) } } });

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            AssertProblem(response, answer, 422, "invalid-request", "observations[0].output");
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=klingon")]
    public async Task Another_type_is_refused(string type)
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (response, problem) = await ReadAsync(await client.PostAsync(Url, content, TestContext.Current.CancellationToken));

        AssertProblem(response, problem, 415, "unsupported-media-type", null);
        Assert.Contains("observations", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_does_not_exist_is_told_the_nearest()
    {
        var (response, problem) = await DiagnoseAsync(null, "/v1/errors/openai/invalid_api_kye/diagnose");

        AssertProblem(response, problem, 404, "record-not-found", null);
        Assert.Equal("openai/invalid_api_key", problem.GetProperty("nearest")[0].GetString());
    }

    [Fact]
    public async Task The_document_describes_the_operation_with_its_limits()
    {
        var (_, document) = await client.GetJsonAsync("/openapi/v1.json");

        var operation = document.GetProperty("paths").GetProperty("/v1/errors/{provider}/{code}/diagnose").GetProperty("post");
        Assert.Equal(("diagnoseError", "Diagnosis"), (operation.GetProperty("operationId").GetString(), operation.GetProperty("tags")[0].GetString()));
        Assert.Contains("50 observations, and 16384 bytes", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(["200", "400", "404", "413", "415", "422"], status => Assert.True(operation.GetProperty("responses").TryGetProperty(status, out _), status));
    }

    private static (string?, string?) Why(JsonElement cause) => (cause.GetProperty("why")[0].GetProperty("check").GetString(), cause.GetProperty("why")[0].GetProperty("outcome").GetString());

    private static void AssertProblem(HttpResponseMessage response, JsonElement problem, int status, string code, string? field)
    {
        Assert.Equal((status, code), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        if (field is not null)
        {
            Assert.Contains(problem.GetProperty("errors").EnumerateArray(), item => item.GetProperty("field").GetString() == field);
        }
    }

    /// <summary>Posts an object or a text as JSON, or nothing.</summary>
    private async Task<(HttpResponseMessage Response, JsonElement Json)> DiagnoseAsync(object? body, string url = Url) =>
        await ReadAsync(await client.PostAsync(url, body is null ? null : Calls.Json(body as string ?? JsonSerializer.Serialize(body)), TestContext.Current.CancellationToken));

    private static async Task<(HttpResponseMessage, JsonElement)> ReadAsync(HttpResponseMessage response) =>
        (response, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
}
