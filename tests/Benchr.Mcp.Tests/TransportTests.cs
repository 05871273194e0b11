using System.Net;
using System.Text;

namespace Benchr.Mcp.Tests;

/// <summary>What surrounds the protocol: bodies, origins, methods, and the log.</summary>
public sealed class TransportTests(RealHost host) : IClassFixture<RealHost>
{
    private readonly HttpClient http = host.Http;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused_with_a_problem(bool isChunked)
    {
        using var request = Post("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"classify_error","arguments":{"text":"LONG"}}}""".Replace("LONG", new string('x', 2_000_000), StringComparison.Ordinal));
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain(host.Service.Log, line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Pages_of_any_origin_may_call_it()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        preflight.Headers.Add("Origin", "https://app.example.com");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type, mcp-protocol-version");
        var allowed = await http.SendAsync(preflight, TestContext.Current.CancellationToken);
        using var call = Post("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        call.Headers.Add("Origin", "https://app.example.com");
        var answer = await http.SendAsync(call, TestContext.Current.CancellationToken);

        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("mcp-protocol-version", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.OK, "*"), (answer.StatusCode, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Fact]
    public async Task There_are_no_sessions_and_no_streams_to_wait_on()
    {
        using var call = Post("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        var begun = await http.SendAsync(call, TestContext.Current.CancellationToken);
        var stream = await http.GetAsync("/mcp", TestContext.Current.CancellationToken);

        Assert.False(begun.Headers.Contains("Mcp-Session-Id"));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (stream.StatusCode, stream.Content.Headers.ContentType!.MediaType));
    }

    private static HttpRequestMessage Post(string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return request;
    }
}
