using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchr.Api.Classify;

/// <summary>A paste, and what the sender knows beside it.</summary>
public sealed record ClassifyRequest
{
    /// <summary>The raw text of the error, in whatever shape it was got: at most 262144 bytes of UTF-8.</summary>
    [JsonConverter(typeof(LenientStringConverter))]
    [MaxLength(PasteLimits.LongestPaste)]
    public string? Body { get; init; }

    /// <summary>The id of the provider that was called, if the sender is told; evidence, not an order.</summary>
    [MaxLength(64)]
    public string? Provider { get; init; }

    /// <summary>The HTTP status, from 100 to 599, where the text may not show it.</summary>
    [Range(100, 599)]
    public int? Status { get; init; }

    /// <summary>Response headers that the text does not show; at most 100.</summary>
    public Dictionary<string, string>? Headers { get; init; }

    /// <summary>Members that do not belong here.</summary>
    [JsonExtensionData]
    [System.ComponentModel.Browsable(false)]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}
