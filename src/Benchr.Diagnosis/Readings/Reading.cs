using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Readings;

/// <summary>What was understood of a paste without knowing any provider.</summary>
public sealed record Reading
{
    /// <summary>The outermost form of the paste.</summary>
    public required PasteForm Form { get; init; }

    /// <summary>HTTP status, 100 to 599.</summary>
    public int? Status { get; init; }

    /// <summary>The body's error type.</summary>
    public string? Type { get; init; }

    /// <summary>The body's error code.</summary>
    public string? Code { get; init; }

    /// <summary>The innermost error message, secrets masked, at most 500 characters.</summary>
    public string? Message { get; init; }

    /// <summary>Who wrapped whom, outermost first: ids of providers, as far as the paste names them.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The request id to quote to the provider's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The wait that the paste names, in seconds.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>The model that was called.</summary>
    public string? Model { get; init; }

    /// <summary>The instant from which on to try again, where the paste names one or is dated.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Everything else that was read.</summary>
    public ReadingFacts Facts { get; init; } = new();
}

/// <summary>The outermost form of a paste, recognised by structure.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KebabCaseEnumConverter<PasteForm>))]
public enum PasteForm
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>A JSON document or the beginning of one.</summary>
    Json,

    /// <summary>A dictionary as Python prints it.</summary>
    PythonRepr,

    /// <summary>A status line with headers or a body.</summary>
    Http,

    /// <summary>What curl prints with <c>-v</c>.</summary>
    Curl,

    /// <summary>A server-sent event stream.</summary>
    Sse,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>An XML document.</summary>
    Xml,

    /// <summary>A Python traceback.</summary>
    PythonTraceback,

    /// <summary>A JavaScript stack trace or inspected object.</summary>
    Node,

    /// <summary>A Java or Kotlin stack trace.</summary>
    Java,

    /// <summary>A .NET stack trace.</summary>
    Dotnet,

    /// <summary>A Go panic or error chain.</summary>
    Go,

    /// <summary>A Rust error.</summary>
    Rust,

    /// <summary>A PHP stack trace.</summary>
    Php,

    /// <summary>A Ruby stack trace.</summary>
    Ruby,

    /// <summary>A gRPC status.</summary>
    Grpc,

    /// <summary>Log lines with prefixes.</summary>
    Log,

    /// <summary>An error line of an SDK or a tool.</summary>
    Message,

    /// <summary>A single word: a code or exception name.</summary>
    Code,

    /// <summary>Prose.</summary>
    Prose,
}
