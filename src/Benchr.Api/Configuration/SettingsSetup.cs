using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using Serilog.Events;

namespace Benchr.Api.Configuration;

/// <summary>Reads the settings and sets up what depends on nothing else: the address, limits and the log.</summary>
internal static class SettingsSetup
{
    /// <summary>The short names in the environment, and the settings they stand for.</summary>
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["BENCHR_PORT"] = "Benchr:Port",
        ["BENCHR_DATABASE"] = "Benchr:Database",
        ["BENCHR_SEED"] = "Benchr:Seed",
        ["BENCHR_PUBLIC_URL"] = "Benchr:PublicUrl",
        ["BENCHR_HTTP2_PORT"] = "Benchr:Http2Port",
    };

    /// <summary>The methods that are logged by name: a caller can send any word as one.</summary>
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    /// <summary>Adds the settings and the address that the service listens on.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(ShortNames
            .Select(name => KeyValuePair.Create(name.Value, Environment.GetEnvironmentVariable(name.Key)))
            .Where(setting => !string.IsNullOrEmpty(setting.Value)));
        builder.Services.AddOptions<BenchrSettings>()
            .BindConfiguration(BenchrSettings.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        var settings = builder.Configuration.GetSection(BenchrSettings.Section).Get<BenchrSettings>() ?? new BenchrSettings();
        builder.WebHost.UseUrls($"http://*:{settings.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (settings.Http2Port is { } port)
            {
                // Without TLS a client cannot ask for HTTP/2, it has to know: a port of its own for proxies that do.
                kestrel.ListenAnyIP(settings.Port);
                kestrel.ListenAnyIP(port, listen => listen.Protocols = HttpProtocols.Http2);
            }

            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Classify.PasteLimits.LongestRequest;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
    }

    /// <summary>Logs to the console: a line for each request that failed, with its route and nothing that the caller wrote; the metrics count the rest.</summary>
    public static void AddRequestLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, logger) => logger
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // Listening to every request begins an activity and a scope for each, for nobody: UseRequestLogging tells what failed, and traces have a listener of their own.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Error)
            // It names tools, arguments and failures as callers wrote them; what fails in a tool is logged by ToolCalls.
            .MinimumLevel.Override("ModelContextProtocol", LogEventLevel.Fatal)
            .ReadFrom.Services(services)
            .WriteTo.Console(outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} [{Level:u3}] {Message:lj}{NewLine}{Exception}", formatProvider: null), preserveStaticLogger: true);

    /// <summary>Adds the line for a request that failed.</summary>
    public static void UseRequestLogging(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{RequestMethod} {Route} {StatusCode} in {Elapsed:0.0} ms ({RequestId})";
            options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
            [
                new("RequestMethod", new ScalarValue(Methods.Contains(context.Request.Method) ? context.Request.Method : "(other)")),
                new("Route", new ScalarValue(RouteOf(context))),
                new("StatusCode", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
                new("RequestId", new ScalarValue(context.TraceIdentifier)),
            ];
            options.GetLevel = (context, _, exception) =>
                exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
                : context.Response.StatusCode >= 400 ? LogEventLevel.Information
                : LogEventLevel.Debug;
        });

    /// <summary>The pattern of the route, for people paste keys into addresses too.</summary>
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
