namespace Benchr.Mcp.Tests;

/// <summary>What is wrong with a call is told to the model that made it: which argument, and what would be right.</summary>
public sealed class ToolErrorTests(RealHost host) : IClassFixture<RealHost>
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "classify_error", "{}", "Argument text must be given." },
        { "classify_error", """{"text": 5}""", "Argument text must be a text." },
        { "classify_error", """{"text": " "}""", "Argument text must hold the text of an error." },
        { "classify_error", """{"text": "x", "status": 99}""", "Argument status must be from 100 to 599." },
        { "classify_error", """{"text": "x", "status": "401"}""", "Argument status must be a whole number." },
        { "classify_error", """{"text": "x", "provider": "opnai"}""", "Nearest: openai." },
        { "classify_error", """{"text": "x", "body": "y"}""", "Argument body is not known; known ones: text, provider, status." },
        { "get_error", """{"id": "openai/insuficient_quota"}""", "Argument id: There is no record of this id" },
        { "get_error", """{"id": "openai/insuficient_quota"}""", "Nearest: openai/insufficient_quota" },
        { "search_errors", """{"query": "key", "limit": 101}""", "Argument limit must be from 1 to 100." },
        { "search_errors", """{"query": "key", "category": "auth"}""", "Argument category must be one of: authentication, " },
        { "search_errors", """{"query": "key", "provider": "opnai"}""", "Argument provider is not known; did you mean openai?" },
        { "check_model", """{"model": "gpt-4-33k"}""", "Argument model: Nothing is known" },
        { "check_model", """{"model": "gpt-4-32k", "platform": "opnai"}""", "Argument platform is not known; did you mean openai?" },
        { "diagnose_next", """{"id": "openai/no_such"}""", "Argument id: There is no record of this id" },
        { "diagnose_next", """{"id": "openai/invalid_api_key", "observations": {}}""", "Argument observations must be a list." },
        { "diagnose_next", """{"id": "openai/invalid_api_key", "observations": [{"outcome": "empty"}]}""", "Argument observations has an item that has a member check that must be given." },
        { "diagnose_next", """{"id": "openai/invalid_api_key", "observations": [{"check": "env-value"}]}""", "must have exactly one of outcome" },
        { "diagnose_next", """{"id": "openai/invalid_api_key", "observations": [{"check": "nope", "outcome": "empty"}]}""", "Argument observations[0].check is no check of this record; there are: env-value" },
        { "list_providers", """{"all": true}""", "Argument all is not known; there are none." },
    };

    [Fact]
    public async Task Every_wrong_argument_is_named_with_what_would_be_right()
    {
        var answers = await Client.RunAsync(host.Url, Wrong.Select(row => ("callTool", (object?)new { name = row.Data.Item1, arguments = System.Text.Json.JsonDocument.Parse(row.Data.Item2).RootElement })));

        Assert.Equal(Wrong.Count, answers.Count);
        Assert.All(Wrong.Select(row => row.Data).Zip(answers), pair =>
        {
            Assert.True(pair.Second.IsError(), pair.First.ToString());
            Assert.Contains(pair.First.Item3, pair.Second.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain(" at Benchr.", pair.Second.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("GET /", pair.Second.Text(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Texts_have_the_limits_that_http_has()
    {
        var answers = await Client.RunAsync(
            host.Url,
            Call("classify_error", new { text = new string('x', 262144) }),
            Call("classify_error", new { text = new string('x', 262145) }),
            Call("classify_error", new { text = new string('é', 200000) }),
            Call("search_errors", new { query = new string('x', 201) }),
            Call("get_error", new { id = new string('x', 201) }),
            Call("diagnose_next", new { id = "openai/invalid_api_key", observations = new[] { new { check = "env-value", output = new string('x', 16385) } } }),
            Call("diagnose_next", new { id = "openai/invalid_api_key", observations = Enumerable.Repeat(new { check = "env-value", outcome = "empty" }, 51) }),
            Call("classify_error", new { text = new string('x', 2_000_000) }));

        Assert.False(answers[0].IsError());
        Assert.All(answers.Skip(1).SkipLast(1), answer => Assert.True(answer.IsError()));
        Assert.Contains("Argument text must be at most 262144 bytes of UTF-8.", answers[2].Text(), StringComparison.Ordinal);
        Assert.Contains("paste-too-large", answers[^1].GetProperty("refused").GetProperty("message").GetString(), StringComparison.Ordinal);

        static (string, object?) Call(string name, object arguments) => ("callTool", new { name, arguments });
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_refused_by_the_protocol()
    {
        var answer = await Client.CallAsync(host.Url, "no_such_tool", new { });

        Assert.Contains("There is no such tool here; tools/list names those that exist.", answer.GetProperty("refused").GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
