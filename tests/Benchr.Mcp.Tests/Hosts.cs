using Benchr.Api.Tests;
using Benchr.Mcp.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;

namespace Benchr.Mcp.Tests;

/// <summary>The real service on a port of its own.</summary>
public class RealHost : IDisposable
{
    public RealHost()
    {
        Service.Additions = Add;
        Service.UseKestrel(0);
        Service.StartServer();
        Base = Service.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First()
            .TrimEnd('/');
        Http = new HttpClient { BaseAddress = new Uri(Base) };
    }

    public Service Service { get; } = new();

    /// <summary>The address of the service, without a slash at its end.</summary>
    public string Base { get; }

    /// <summary>Calls the service over HTTP.</summary>
    public HttpClient Http { get; }

    /// <summary>The address of the protocol's endpoint.</summary>
    public string Url => $"{Base}/mcp";

    public void Dispose()
    {
        Http.Dispose();
        Service.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual void Add(IServiceCollection services)
    {
    }
}

/// <summary>The same service with the tools, resources and prompts that the conformance suite asks for by name.</summary>
public class HostWithFixtures : RealHost
{
    protected override void Add(IServiceCollection services) => services.AddMcpServer()
        .WithTools<ContentTools>()
        .WithTools<NotifyingTools>()
        .WithTools([new SchemaTool()])
        .WithResources<FixtureResources>()
        .WithPrompts<FixturePrompts>()
        .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new ModelContextProtocol.Protocol.EmptyResult()))
        .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new ModelContextProtocol.Protocol.EmptyResult()));
}

/// <summary>The same with sessions, for what a server without sessions cannot do: ask the client back, and take up a stream that broke.</summary>
public sealed class HostWithSessions : HostWithFixtures
{
    protected override void Add(IServiceCollection services)
    {
        base.Add(services);
        services.AddDistributedMemoryCache();
        services.AddMcpServer().WithTools<AskingTools>().WithHttpTransport(http => http.Stateless = false).WithDistributedCacheEventStreamStore();
        services.PostConfigure<HttpServerTransportOptions>(http => http.Stateless = false);
    }
}
