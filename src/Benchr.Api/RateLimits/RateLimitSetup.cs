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
    private const string ClassifyPath = "/v1/classify";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitSettings>().BindConfiguration(RateLimitSettings.Section).ValidateDataAnnotations().ValidateOnStart();
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
        app.UseForwardedHeaders();
        var settings = app.Services.GetRequiredService<IOptions<RateLimitSettings>>().Value;
        var reads = new Bucket("reads", settings.ReadsPerMinute);
        var classifies = new Bucket("classify", settings.ClassifiesPerMinute);
        var atOnce = settings.ClassifiesAtOnce == 0
            ? null
            : new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = settings.ClassifiesAtOnce, QueueLimit = 0 });
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v1") && !Addresses.IsPage(context.Request.Path))
            {
                await next(context);
                return;
            }

            // Outputs of checks are read as pastes are, and so is what the front page is given.
            var isClassify = HttpMethods.IsPost(context.Request.Method)
                && (context.Request.Path.StartsWithSegments(ClassifyPath) || context.Request.Path == "/" || DiagnoseLimits.IsMetBy(context.Request.Path));
            if (!(isClassify ? classifies : reads).TryTake(context))
            {
                await new ProblemResult(
                    ProblemKind.RateLimited, "This address has asked too much in a short time. Wait as Retry-After says; whoever mirrors the knowledge needs far fewer calls.").ExecuteAsync(context);
                return;
            }

            using var lease = isClassify ? atOnce?.AttemptAcquire() : null;
            if (lease is { IsAcquired: false })
            {
                context.Response.Headers.RetryAfter = "1";
                await new ProblemResult(ProblemKind.Overloaded, "More pastes are being read at the moment than the service can take. Send it again in a second.").ExecuteAsync(context);
                return;
            }

            await next(context);
        });
    }

    /// <summary>A token bucket for each client address.</summary>
    private sealed class Bucket(string name, int perMinute)
    {
        private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => new TokenBucketRateLimiterOptions
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

        /// <summary>An IPv6 client has a whole network of addresses, so the network counts.</summary>
        private static IPAddress AddressOf(HttpContext context)
        {
            var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
            if (address.IsIPv4MappedToIPv6)
            {
                return address.MapToIPv4();
            }

            if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            {
                return address;
            }

            var bytes = address.GetAddressBytes();
            bytes.AsSpan(8).Clear();
            return new IPAddress(bytes);
        }
    }
}
