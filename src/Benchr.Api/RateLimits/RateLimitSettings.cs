using System.ComponentModel.DataAnnotations;

namespace Benchr.Api.RateLimits;

/// <summary>How much one client address may ask, under <c>Benchr:RateLimits</c>; 0 is no limit.</summary>
public sealed class RateLimitSettings
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Benchr:RateLimits";

    /// <summary>Reads a minute.</summary>
    [Range(0, 1_000_000)]
    public int ReadsPerMinute { get; set; } = 600;

    /// <summary>Calls to classify or diagnose a minute, a batch being one.</summary>
    [Range(0, 1_000_000)]
    public int ClassifiesPerMinute { get; set; } = 120;

    /// <summary>Calls to classify or diagnose at the same time, of all clients together; more are refused at once.</summary>
    [Range(0, 100_000)]
    public int ClassifiesAtOnce { get; set; } = 16 * Environment.ProcessorCount;

    /// <summary>Addresses of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; nobody else's are.</summary>
    public IList<string> TrustedProxies { get; init; } = [];
}
