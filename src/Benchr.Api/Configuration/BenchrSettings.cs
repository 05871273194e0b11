using System.ComponentModel.DataAnnotations;

namespace Benchr.Api.Configuration;

/// <summary>What can be set, as <c>Benchr:Port</c> in any configuration source or as <c>BENCHR_PORT</c> in the environment.</summary>
public sealed class BenchrSettings
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Benchr";

    /// <summary>The TCP port to serve on.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 8080;

    /// <summary>A further TCP port that speaks HTTP/2 without TLS, for proxies; none when not set.</summary>
    [Range(1, 65535)]
    public int? Http2Port { get; set; }

    /// <summary>Path of the SQLite file.</summary>
    [Required]
    public string Database { get; set; } = "data/benchr.db";

    /// <summary>Path of the seed folder; found beside the service or above it when not set.</summary>
    public string? Seed { get; set; }

    /// <summary>The address that links to records begin with, for instance <c>https://errors.example.com</c>; that of the request when not set.</summary>
    [Url]
    public string? PublicUrl { get; set; }
}
