using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Benchr.Api.Diagnose;
using Benchr.Api.Pages;
using Benchr.Api.Problems;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Benchr.Api.RateLimits;

/// <summary>Keeps one client from taking all: a token bucket an address, a tighter one for classifying, and a bound on the work at hand.</summary>
internal static class RateLimitSetup
{
    private const int SecondsOfWindow = 60;

    /// <summary>Where work is done for what is sent; everything else below the limited addresses is a read.</summary>
    private static readonly PathString[] WorkPaths = ["/v1/classify", "/mcp"];

    /// <summary>What is limited; pages for operations are not.</summary>
    private static readonly PathString[] LimitedPaths = ["/v1", "/mcp", "/llms.txt", "/llms-full.txt"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitSettings>().BindConfiguration(RateLimitSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<BatchPace>();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<RateLimitSettings>>((forwarded, settings) =>
        {
            // With no proxy named the framework would believe everybody.
            forwarded.ForwardedHeaders = settings.Value.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Value.TrustedProxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    public static void UseRateLimits(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<RateLimitSettings>>().Value;
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        var reads = new Bucket("reads", settings.ReadsPerMinute);
        var classifies = new Bucket("classify", settings.ClassifiesPerMinute);
        var atOnce = settings.ClassifiesAtOnce == 0
            ? null
            : new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = settings.ClassifiesAtOnce, QueueLimit = 0 });
        app.Use((context, next) =>
        {
            if (!IsUnder(LimitedPaths, context) && !Addresses.IsPage(context.Request.Path))
            {
                return next(context);
            }

            // Outputs of checks are read as pastes are, and the page that takes a paste does the same work.
            var isClassify = HttpMethods.IsPost(context.Request.Method)
                && (IsUnder(WorkPaths, context) || DiagnoseLimits.IsMetBy(context.Request.Path) || context.Request.Path == "/");
            if (!(isClassify ? classifies : reads).TryTake(context))
            {
                return new ProblemResult(
                    ProblemKind.RateLimited, "This address has asked too much in a short time. Wait as Retry-After says; whoever mirrors the knowledge needs far fewer calls.").ExecuteAsync(context);
            }

            return isClassify && atOnce is not null ? WorkAsync(context, next, atOnce) : next(context);
        });
    }

    /// <summary>Goes on while not too much is in work already.</summary>
    private static async Task WorkAsync(HttpContext context, RequestDelegate next, ConcurrencyLimiter atOnce)
    {
        using var lease = atOnce.AttemptAcquire();
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = "1";
        await new ProblemResult(ProblemKind.Overloaded, "More pastes are being read at the moment than the service can take. Send it again in a second.").ExecuteAsync(context);
    }

    private static bool IsUnder(PathString[] paths, HttpContext context)
    {
        foreach (var path in paths)
        {
            if (context.Request.Path.StartsWithSegments(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A token bucket for each client address.</summary>
    private sealed class Bucket(string name, int perMinute)
    {
        private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Math.Max(1, perMinute),
                TokensPerPeriod = Math.Max(1, perMinute / SecondsOfWindow),
                ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (double)SecondsOfWindow / Math.Max(1, perMinute))),
                QueueLimit = 0,
            }));

        private readonly string policy = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={perMinute};w={SecondsOfWindow}");

        /// <summary>Takes a token and tells in headers what is left.</summary>
        public bool TryTake(HttpContext context)
        {
            if (perMinute == 0)
            {
                return true;
            }

            using var lease = limiter.AttemptAcquire(context);
            var left = limiter.GetStatistics(context)?.CurrentAvailablePermits ?? 0;
            var refill = Math.Max(1, (int)Math.Ceiling((perMinute - left) * (double)SecondsOfWindow / perMinute));
            context.Response.Headers["RateLimit-Policy"] = policy;
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left};t={refill}");
            if (!lease.IsAcquired)
            {
                context.Response.Headers.RetryAfter = Math.Max(1, SecondsOfWindow / perMinute).ToString(CultureInfo.InvariantCulture);
            }

            return lease.IsAcquired;
        }
    }
}
