using Benchr.Api.Tests;
using Benchr.Mcp.Tests.Conformance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;

namespace Benchr.Mcp.Tests;

/// <summary>The real service on a port of its own.</summary>
public class RealHost : IDisposable
{
    public RealHost()
    {
        Service.Additions = Add;
        Service.UseKestrel(0);
        Service.StartServer();
        Base = Service.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First()
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
        .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
        .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()));
}

/// <summary>The same with sessions, for what a server without sessions cannot do: ask the client back, and take up a stream that broke.</summary>
public sealed class HostWithSessions : HostWithFixtures
{
    protected override void Add(IServiceCollection services)
    {
        base.Add(services);
        services.AddDistributedMemoryCache();
        services.AddSingleton<IStartupFilter, NegotiatedRevision>();
        services.AddMcpServer().WithTools<AskingTools>().WithHttpTransport(http => http.Stateless = false).WithDistributedCacheEventStreamStore();
        services.PostConfigure<HttpServerTransportOptions>(http => http.Stateless = false);
    }

    /// <summary>
    /// Two scenarios name an older revision of the protocol in a header than they negotiated before, which the SDK refuses. Without the
    /// header the negotiated one holds.
    /// </summary>
    private sealed class NegotiatedRevision : IStartupFilter
    {
        private const string Header = "MCP-Protocol-Version";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers[Header] == "2025-03-26")
                {
                    context.Request.Headers.Remove(Header);
                }

                return following(context);
            });
            next(app);
        };
    }
}
