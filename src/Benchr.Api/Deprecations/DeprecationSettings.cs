using System.ComponentModel.DataAnnotations;

namespace Benchr.Api.Deprecations;

/// <summary>What of the API is to end, under <c>Benchr:Deprecations</c>: one entry an operation; none today.</summary>
public sealed class DeprecationSettings
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Benchr:Deprecations";

    /// <summary>The operation's id in the OpenAPI document.</summary>
    [Required]
    public required string Operation { get; init; }

    /// <summary>Since when it should not be used any more, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it ends, UTC, at the earliest 180 days after <see cref="Since"/>; null while that is not settled.</summary>
    public DateTimeOffset? Sunset { get; init; }

    /// <summary>The address of what to use instead, for instance <c>/v2/errors</c>; null when there is nothing.</summary>
    public string? Successor { get; init; }
}
