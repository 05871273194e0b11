using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Benchr.Api.Tests;

/// <summary>Nothing that a user pastes by mistake stays in the service: not in an answer, a log line, or the database.</summary>
public sealed class SecretsTests(Service service) : IClassFixture<Service>
{
    private const string Filler = "Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P";

    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task A_key_of_every_shape_that_the_seed_knows_is_masked_and_reported_everywhere()
    {
        var (_, providers) = await client.GetJsonAsync("/v1/providers");
        var prefixes = new List<string>();
        foreach (var provider in providers.GetProperty("items").EnumerateArray())
        {
            var (_, detail) = await client.GetJsonAsync($"/v1/providers/{provider.GetProperty("id").GetString()}");
            prefixes.AddRange(detail.GetProperty("provider").GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("prefix").GetString()!));
        }

        Assert.NotEmpty(prefixes);
        foreach (var prefix in prefixes.Distinct(StringComparer.Ordinal))
        {
            await AssertGoneAsync($"401 for key {prefix}{Filler}", Filler[4..^4]);
        }
    }

    [Theory]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("cookie: session={0}; path=/")]
    [InlineData("aws_secret_access_key={0}")]
    [InlineData("https://app:{0}@db.example.com/x")]
    [InlineData("{{\"type\":\"service_account\",\"private_key_id\":\"{0}\",\"client_email\":\"bot@example.iam.gserviceaccount.com\"}}")]
    [InlineData("{{\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n{0}\\n{0}\\n-----END PRIVATE KEY-----\\n\"}}")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.{0}.{0}")]
    [InlineData("?api_key={0}&v=1")]
    [InlineData("x-goog-api-key: {0}")]
    [InlineData("OPENAI_API_KEY='{0}'")]
    public async Task Other_credentials_are_masked_everywhere(string template) =>
        await AssertGoneAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, template, Filler), Filler[4..^4]);

    [Fact]
    public async Task A_key_in_a_query_a_header_or_a_broken_request_is_not_logged()
    {
        var secret = $"sk-proj-{Filler}";
        await client.GetAsync($"/v1/errors?q={secret}", TestContext.Current.CancellationToken);
        await client.GetAsync($"/v1/lookup?code={secret}", TestContext.Current.CancellationToken);
        await client.GetAsync($"/v1/errors/openai/{secret}", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = Calls.Json($"{{\"body\": \"{secret}") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
        request.Headers.TryAddWithoutValidation("Cookie", $"session={secret}");
        await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(service.Log, line => line.Contains(Filler[4..^4], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tools/call", """{"name":"classify_error","arguments":{"text":"401 for key SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"classify_error","arguments":{"text":"x","provider":"SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"classify_error","arguments":{"text":"x","status":"SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"get_error","arguments":{"id":"openai/SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"search_errors","arguments":{"query":"SECRET"}}""", false)]
    [InlineData("tools/call", """{"name":"check_model","arguments":{"model":"SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"diagnose_next","arguments":{"id":"openai/invalid_api_key","observations":[{"check":"env-value","output":"SECRET"}]}}""", true)]
    [InlineData("tools/call", """{"name":"SECRET","arguments":{"SECRET":"SECRET"}}""", true)]
    [InlineData("tools/call", """{"name":"get_error","arguments":["SECRET"]}""", true)]
    [InlineData("prompts/get", """{"name":"debug_this_error","arguments":{"text":"401 for key SECRET"}}""", true)]
    [InlineData("resources/read", """{"uri":"benchr://errors/openai/SECRET"}""", false)]
    [InlineData("resources/list", """{"cursor":"SECRET"}""", true)]
    [InlineData("SECRET", """{"SECRET":1}""", false)]
    public async Task A_key_that_an_agent_sends_is_not_logged_and_comes_back_masked(string method, string parameters, bool isNotRepeated)
    {
        var secret = $"sk-proj-{Filler}";
        var answer = await client.McpAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}""".Replace("SECRET", secret, StringComparison.Ordinal));
        var broken = await client.McpAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{"{{secret}}""");

        Assert.False(isNotRepeated && answer.Contains(Filler[4..^4], StringComparison.Ordinal), answer);
        Assert.DoesNotContain(Filler[4..^4], broken, StringComparison.Ordinal);
        Assert.NotEmpty(service.Log);
        Assert.DoesNotContain(service.Log, line => line.Contains(Filler[4..^4], StringComparison.Ordinal));
    }

    private async Task AssertGoneAsync(string paste, string secret)
    {
        foreach (var content in new[] { Calls.Text(paste), Calls.Json(JsonSerializer.Serialize(new { body = JsonSerializer.Serialize(new { inner = paste }) })) })
        {
            var (response, json) = await client.ClassifyAsync(content);

            Assert.DoesNotContain(secret, json.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, response.Headers.ToString(), StringComparison.Ordinal);
            Assert.True(json.GetProperty("warnings").GetArrayLength() > 0, paste);
        }

        Assert.DoesNotContain(service.Log, line => line.Contains(secret, StringComparison.Ordinal));
        SqliteConnection.ClearAllPools();
        Assert.All(Directory.GetFiles(service.Folder, "*", SearchOption.AllDirectories), file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file));
    }
}
