using System.Diagnostics;
using System.Diagnostics.Metrics;
using Benchr.Api.Catalogues;
using Benchr.Diagnosis.Measuring;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Benchr.Api.Telemetry;

/// <summary>
/// What operators watch: metrics at <c>/metrics</c> for Prometheus; metrics and traces by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// names a collector. Nothing that a caller wrote becomes a label or an attribute.
/// </summary>
internal static class TelemetrySetup
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string CatalogueMeter = "Benchr.Catalogue";

    /// <summary>What tells of a request more than its route.</summary>
    private static readonly string[] CallersAttributes = ["url.path", "url.query", "url.full", "user_agent.original", "http.request.method_original"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var hasCollector = !string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("benchr"))
            .WithMetrics(metrics =>
            {
                metrics
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", DiagnosisMeter.Name, CatalogueMeter)
                    .AddPrometheusExporter();
                if (hasCollector)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (hasCollector)
        {
            telemetry.WithTracing(tracing => tracing
                .AddSource(DiagnosisMeter.Name)
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, response) => KeepRouteOnly(activity, response.HttpContext))
                .AddOtlpExporter());
        }
    }

    public static void MapMetrics(this WebApplication app)
    {
        var holder = app.Services.GetRequiredService<SnapshotHolder>();
        var time = app.Services.GetRequiredService<TimeProvider>();
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(CatalogueMeter);
        meter.CreateObservableGauge(
            "benchr.catalogue.age",
            () => holder.CurrentIfLoaded is { } snapshot ? (time.GetUtcNow() - snapshot.Catalogue.Modified).TotalSeconds : 0,
            "s",
            "Time since the knowledge changed last.");
        meter.CreateObservableGauge(
            "benchr.catalogue.errors", () => holder.CurrentIfLoaded?.Catalogue.Errors.Count ?? 0, "{record}", "Error records that answer.");
        app.MapPrometheusScrapingEndpoint();
    }

    private static void KeepRouteOnly(Activity activity, HttpContext context)
    {
        foreach (var attribute in CallersAttributes)
        {
            activity.SetTag(attribute, null);
        }

        if (context.GetEndpoint() is RouteEndpoint route)
        {
            activity.SetTag("url.path", route.RoutePattern.RawText);
        }
    }
}
