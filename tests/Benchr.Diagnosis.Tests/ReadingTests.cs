using Benchr.Diagnosis.Readings;

namespace Benchr.Diagnosis.Tests;

/// <summary>What is understood of a paste without knowing any provider.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("""{"error":{"message":"x"}}""", PasteForm.Json)]
    [InlineData("{'error': {'message': 'x', 'param': None}}", PasteForm.PythonRepr)]
    [InlineData("HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\n\r\n{}", PasteForm.Http)]
    [InlineData("* Connected to api.example.com\n> POST /v1/chat\n< HTTP/2 429\n< retry-after: 3\n", PasteForm.Curl)]
    [InlineData("event: error\ndata: {\"type\":\"error\"}\n", PasteForm.Sse)]
    [InlineData("<!DOCTYPE html><html><head><title>502</title></head></html>", PasteForm.Html)]
    [InlineData("Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nValueError: x", PasteForm.PythonTraceback)]
    [InlineData("Error: x\n    at run (file:///srv/a.mjs:1:1)", PasteForm.Node)]
    [InlineData("java.io.IOException: x\n\tat com.example.A.b(A.java:12)", PasteForm.Java)]
    [InlineData("2026-01-31 10:00:00,123 ERROR worker failed badly", PasteForm.Log)]
    [InlineData("rpc error: code = ResourceExhausted desc = x", PasteForm.Grpc)]
    [InlineData("insufficient_quota", PasteForm.Code)]
    [InlineData("Something went wrong", PasteForm.Message)]
    [InlineData("   \n ", PasteForm.Empty)]
    public void The_form_is_told_by_structure(string text, PasteForm form) => Assert.Equal(form, Read(text).Form);

    [Theory]
    [InlineData("HTTP/1.1 401 Unauthorized", 401)]
    [InlineData("HTTP/2 529", 529)]
    [InlineData("Error code: 404 - {'error': {}}", 404)]
    [InlineData("Request failed with status code 503", 503)]
    [InlineData("[429 Too Many Requests] slow down", 429)]
    [InlineData("google.api_core.exceptions.ResourceExhausted: 429 Quota exceeded", 429)]
    [InlineData("""{"error":{"code":400,"message":"x"}}""", 400)]
    [InlineData("""{"error":{"message":"used 500 of 400 tokens in 2026"}}""", null)]
    [InlineData("line 429, column 500", null)]
    [InlineData("call failed: 401 Client Error: Unauthorized for url: https://api.example.com/v1", 401)]
    [InlineData("请求失败，状态码503，请稍后再试", 503)]
    [InlineData("错误代码：429 请求过多", 429)]
    [InlineData("[401] 认证失败", 401)]
    [InlineData("values[404] = 1; sizes[128]", null)]
    [InlineData("Error received from peer ipv4:142.250.0.1:443 {grpc_status:14}", null)]
    [InlineData("version 4.291 took 503ms", null)]
    public void A_status_is_found_and_a_number_that_only_looks_like_one_is_not(string text, int? status) =>
        Assert.Equal(status, Read(text).Status);

    [Theory]
    [InlineData("HTTP/1.1 429 Too Many Requests\nretry-after: 20\n", 20.0)]
    [InlineData("Please try again in 6m0s.", 360.0)]
    [InlineData("Please try again in 489ms.", 0.489)]
    [InlineData("""{"details":[{"retryDelay":"34s"}]}""", 34.0)]
    [InlineData("Please retry in 34.07s.", 34.07)]
    [InlineData("try again in 20 seconds", 20.0)]
    [InlineData("try again in a while", null)]
    public void The_wait_is_told_in_seconds(string text, double? seconds) => Assert.Equal(seconds, Read(text).RetryAfterSeconds);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><ErrorResponse><Error><Code>ExpiredToken</Code><Message>It has expired</Message></Error><RequestId>6e5f</RequestId></ErrorResponse>", "ExpiredToken", "It has expired")]
    [InlineData("rpc error: code = ResourceExhausted desc = Quota exceeded", "ResourceExhausted", "Quota exceeded")]
    [InlineData("<_InactiveRpcError of RPC that terminated with:\n\tstatus = StatusCode.UNAVAILABLE\n\tdetails = \"The model is busy\"\n>", "UNAVAILABLE", "The model is busy")]
    [InlineData("data: {\"choices\":[]}\n\ndata: {\"error\":{\"message\":\"It broke\",\"code\":\"server_error\"}}\n", "server_error", "It broke")]
    [InlineData("{\"level\":\"info\",\"msg\":\"ready\"}\n{\"level\":\"error\",\"err\":{\"code\":\"too_big\",\"message\":\"Too big\"}}", "too_big", "Too big")]
    [InlineData("429 Too Many Requests: {error={message=Out of quota, see the docs., type=quota, code=insufficient}}", "insufficient", "Out of quota, see the docs.")]
    [InlineData("failed: &{HTTPStatusCode:400 Code:too_long Message:It is too long. Param:0xc0 InnerError:<nil>}", "too_long", "It is too long.")]
    [InlineData("{ status: 401, error: { message: 'Bad key', code: 'bad_key' } }", "bad_key", "Bad key")]
    [InlineData("> {\"error\":{\"code\":\"quoted\",\"message\":\"In\n> a mail\"}}", "quoted", "In\n> a mail")]
    public void Code_and_message_are_read_in_every_form(string text, string code, string message)
    {
        var reading = Read(text);

        Assert.Equal((code, message), (reading.Code, reading.Message));
    }

    [Fact]
    public void A_header_that_names_the_error_is_its_type() =>
        Assert.Equal("ThrottlingException", Read("HTTP/1.1 429 Too Many Requests\nx-acme-errortype: ThrottlingException\n\n{}").Type);

    [Fact]
    public void The_innermost_body_gives_message_type_and_code()
    {
        const string Text =
            """{"error":{"message":"upstream: {\"error\":{\"message\":\"inner words\",\"type\":\"inner_type\",\"code\":\"inner_code\",\"param\":\"model\"}}","type":"outer_type","code":"outer_code"}}""";

        var reading = Read(Text);

        Assert.Equal(("inner words", "inner_type", "inner_code"), (reading.Message, reading.Type, reading.Code));
        Assert.Equal("model", reading.Facts.Param);
    }

    [Fact]
    public void The_type_is_that_of_the_error_and_not_of_the_envelope() =>
        Assert.Equal("overloaded_error", Read("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""").Type);

    [Fact]
    public void An_instant_is_told_where_the_answer_is_dated()
    {
        var reading = Read("HTTP/1.1 429 Too Many Requests\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nretry-after: 30\n");

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero), reading.RetryAt);
    }

    [Fact]
    public void The_reset_of_the_limit_that_is_used_up_is_the_wait()
    {
        var reading = Read("HTTP/1.1 429 Too Many Requests\nx-ratelimit-remaining-requests: 99\nx-ratelimit-reset-requests: 1s\nx-ratelimit-remaining-tokens: 0\nx-ratelimit-reset-tokens: 1m4s\n");

        Assert.Equal(64, reading.RetryAfterSeconds);
    }

    [Fact]
    public void Names_in_a_template_become_facts()
    {
        var reading = Read("Rate limit reached for gpt-4.1 in organization org-AbCdEfGhIjKl on tokens per min (TPM): Limit 30000, Used 28820, Requested 4630. Please try again in 6.9s. Visit");

        Assert.Equal((30000.0, 28820.0, 4630.0), (reading.Facts.Limit, reading.Facts.Used, reading.Facts.Requested));
        Assert.Equal(("gpt-4.1", "org-Ab…Kl"), (reading.Model, reading.Facts.Organization));
    }

    [Fact]
    public void Limits_are_facts_and_a_request_above_the_limit_is_one_too()
    {
        var reading = Read("Limit 30000, Requested 41415.");

        Assert.Equal((30000.0, 41415.0, true), (reading.Facts.Limit, reading.Facts.Requested, reading.Facts.RequestExceedsLimit));
    }

    [Fact]
    public void The_request_id_is_read_from_headers_and_bodies()
    {
        Assert.Equal("req_0a1b", Read("HTTP/1.1 500 Internal Server Error\nx-request-id: req_0a1b\n\n{}").RequestId);
        Assert.Equal("req_011C", Read("""{"type":"error","error":{"type":"api_error"},"request_id":"req_011C"}""").RequestId);
    }

    private static Reading Read(string text) => Seed.Engine.Diagnose(new Paste { Text = text }).Reading;
}
