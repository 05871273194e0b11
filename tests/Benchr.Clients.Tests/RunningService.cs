using System.Text.Json.Nodes;
using Benchr.Api.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Benchr.Clients.Tests;

/// <summary>The service on a port of its own, for clients in other processes, and the document it gives out.</summary>
public sealed class RunningService : IDisposable
{
    private readonly Service service = new();

    public RunningService()
    {
        service.UseKestrel(0);
        service.StartServer();
        Address = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .TrimEnd('/');
        Client = new HttpClient(new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = new Uri(Address) };
        DocumentText = Client.GetStringAsync("/openapi/v1.json").GetAwaiter().GetResult();
        Document = JsonNode.Parse(DocumentText)!;
    }

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; }

    public HttpClient Client { get; }

    /// <summary>The OpenAPI document as it is served.</summary>
    public string DocumentText { get; }

    public JsonNode Document { get; }

    /// <summary>Every operation of the document.</summary>
    public IReadOnlyList<Operation> Operations => [.. Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(method => new Operation(path.Key, method.Key.ToUpperInvariant(), method.Value!.AsObject())))];

    public void Dispose()
    {
        Client.Dispose();
        service.Dispose();
    }
}

/// <summary>An operation of the document.</summary>
/// <param name="Path">Its address, with the names of its parts in braces.</param>
/// <param name="Method">Its method in upper case.</param>
/// <param name="Description">What the document says of it.</param>
public sealed record Operation(string Path, string Method, JsonObject Description)
{
    public string Id => Description["operationId"]!.GetValue<string>();

    public IEnumerable<JsonObject> Parameters => Description["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [];

    public JsonObject Responses => Description["responses"]!.AsObject();

    /// <summary>The bodies that it takes, by media type.</summary>
    public JsonObject? Bodies => Description["requestBody"]?["content"]?.AsObject();
}
