using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Benchr.Api.RateLimits;

/// <summary>How fast the items of batches are taken from one address: who sends faster is read slower, and nothing is refused.</summary>
internal sealed class BatchPace(IOptions<RateLimitSettings> settings) : IDisposable
{
    private const int PeriodsPerMinute = 600;

    private readonly int perMinute = settings.Value.BatchItemsPerMinute;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, System.Net.IPAddress>(context =>
        RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(MostAtOnce, settings.Value.BatchItemsPerMinute / PeriodsPerMinute),
            TokensPerPeriod = Math.Max(1, settings.Value.BatchItemsPerMinute / PeriodsPerMinute),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Min(PeriodsPerMinute, Math.Max(1, settings.Value.BatchItemsPerMinute)),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Most items to ask for in one go.</summary>
    public const int MostAtOnce = 64;

    /// <summary>Waits until so many items may be answered.</summary>
    /// <param name="context">The call that they belong to.</param>
    /// <param name="items">How many; more than <see cref="MostAtOnce"/> are waited for in parts.</param>
    public async ValueTask WaitAsync(HttpContext context, int items)
    {
        for (; perMinute > 0 && items > 0; items -= MostAtOnce)
        {
            (await limiter.AcquireAsync(context, Math.Min(items, MostAtOnce), context.RequestAborted)).Dispose();
        }
    }

    public void Dispose() => limiter.Dispose();
}
