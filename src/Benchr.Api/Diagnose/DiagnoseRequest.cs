using System.Text.Json;
using System.Text.Json.Serialization;
using Benchr.Api.Classify;

namespace Benchr.Api.Diagnose;

/// <summary>What came out of the checks of a record so far.</summary>
public sealed record DiagnoseRequest
{
    /// <summary>One entry a check that was run, in any order; at most 50. Empty or left out to begin.</summary>
    public IReadOnlyList<ObservationRequest?>? Observations { get; init; }

    /// <summary>Members that do not belong here.</summary>
    [JsonExtensionData]
    [System.ComponentModel.Browsable(false)]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>What came out of one check: exactly one of <c>outcome</c> and <c>output</c>.</summary>
public sealed record ObservationRequest
{
    /// <summary>The slug of the check, as the record or the last answer's <c>next</c> names it.</summary>
    public string? Check { get; init; }

    /// <summary>The slug of the outcome that was seen.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the command printed, raw, at most 16384 bytes of UTF-8; secrets in it are masked before it is read.</summary>
    [JsonConverter(typeof(LenientStringConverter))]
    public string? Output { get; init; }

    /// <summary>Members that do not belong here.</summary>
    [JsonExtensionData]
    [System.ComponentModel.Browsable(false)]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}
