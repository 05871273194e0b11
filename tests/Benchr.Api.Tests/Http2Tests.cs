using System.Net;
using System.Net.Sockets;

namespace Benchr.Api.Tests;

/// <summary>The program itself, as it is started by an operator.</summary>
public sealed class Http2Tests
{
    [Fact]
    public async Task A_port_of_its_own_speaks_HTTP_2_without_TLS_and_the_other_goes_on()
    {
        var (port, second) = (FreePort(), FreePort());
        await using var program = await ServiceProcess.StartAsync(port, new() { ["BENCHR_HTTP2_PORT"] = $"{second}" });
        using var client = new HttpClient();
        async Task<HttpResponseMessage> AskAsync(int at, Version version) => await client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{at}/v1/errors/openai/invalid_api_key") { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact },
            TestContext.Current.CancellationToken);

        var (old, recent) = (await AskAsync(port, HttpVersion.Version11), await AskAsync(second, HttpVersion.Version20));

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (old.StatusCode, old.Version));
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (recent.StatusCode, recent.Version));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
