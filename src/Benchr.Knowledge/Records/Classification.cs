using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Records;

/// <summary>How much of a record is filled in.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Depth>))]
public enum Depth
{
    /// <summary>Meaning, causes, fix, retry advice, questions, sources and examples.</summary>
    Brief,

    /// <summary>Every section.</summary>
    Full,
}

/// <summary>What kind of failure an error is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Category>))]
public enum Category
{
    /// <summary>The caller could not be identified.</summary>
    Authentication,

    /// <summary>The caller is known and may not do this.</summary>
    Permission,

    /// <summary>The place the request comes from is not served.</summary>
    Region,

    /// <summary>Payment, credit or a spending limit stands in the way.</summary>
    Billing,

    /// <summary>An allowance that waiting minutes does not refill.</summary>
    Quota,

    /// <summary>Too much in too short a time.</summary>
    RateLimit,

    /// <summary>The request is malformed or asks for what the API cannot do.</summary>
    InvalidRequest,

    /// <summary>More tokens than the model takes.</summary>
    ContextLength,

    /// <summary>More bytes than the API takes.</summary>
    PayloadSize,

    /// <summary>The model is unknown, retired, or not open to this caller.</summary>
    ModelAvailability,

    /// <summary>Something else that was named does not exist.</summary>
    NotFound,

    /// <summary>The prompt or the answer was refused or filtered.</summary>
    ContentPolicy,

    /// <summary>Somebody stopped waiting.</summary>
    Timeout,

    /// <summary>The provider has no capacity at the moment.</summary>
    Overload,

    /// <summary>The provider failed on its own.</summary>
    ServerError,

    /// <summary>The request or its answer was lost on the way.</summary>
    Network,

    /// <summary>The request contradicts the present state of something.</summary>
    Conflict,

    /// <summary>Something between the caller and the provider answered.</summary>
    Gateway,
}

/// <summary>How much an error hurts.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>A single request is affected; the caller goes on.</summary>
    Low,

    /// <summary>Requests fail until traffic or input changes.</summary>
    Medium,

    /// <summary>Every request fails until somebody acts.</summary>
    High,
}

/// <summary>Whether sending the same request again can help.</summary>
public sealed record Retry
{
    /// <summary>The advice in one word.</summary>
    public required RetryAdvice Advice { get; init; }

    /// <summary>What the advice means here: how long, how often, what to look at.</summary>
    public string? Note { get; init; }
}

/// <summary>Whether to send the same request again.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RetryAdvice>))]
public enum RetryAdvice
{
    /// <summary>The same request fails again.</summary>
    Never,

    /// <summary>Only after something was changed.</summary>
    AfterFix,

    /// <summary>Again after growing, randomised waits.</summary>
    Backoff,

    /// <summary>Again after the wait that the answer names.</summary>
    HonourRetryAfter,
}
