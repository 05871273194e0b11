using System.Globalization;
using System.Text;
using Benchr.Knowledge.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchr.Sdk.Tests;

/// <summary>Plays every provider: an address that begins with a record's number is answered with that record's response, whatever follows.</summary>
internal sealed class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProviderServer(WebApplication app) => this.app = app;

    /// <summary>The address, without a slash at its end.</summary>
    public string Address => app.Urls.Single();

    public static async Task<ProviderServer> StartAsync(IReadOnlyList<ErrorRecord> records)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => AnswerAsync(context, records[int.Parse(context.Request.Path.Value!.Split('/')[1], CultureInfo.InvariantCulture)].Response!));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProviderServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, SampleResponse response)
    {
        // What the SDK sends is read to its end, or the connection would break before the answer is there.
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(response.Body, Encoding.UTF8, context.RequestAborted);
    }

    private static bool IsOfTheConnection(string header) =>
        new[] { "content-length", "transfer-encoding", "content-encoding", "connection", "date" }.Contains(header, StringComparer.OrdinalIgnoreCase);
}
