namespace Benchr.Diagnosis.Readings;

/// <summary>The words that go with HTTP statuses of failures (RFC 9110 and the IANA registry).</summary>
internal static class ReasonPhrases
{
    public static readonly string[] All =
    [
        "Bad Request", "Unauthorized", "Payment Required", "Forbidden", "Not Found", "Method Not Allowed", "Not Acceptable",
        "Proxy Authentication Required", "Request Timeout", "Conflict", "Gone", "Length Required", "Precondition Failed", "Payload Too Large",
        "Content Too Large", "Request Entity Too Large", "URI Too Long", "Unsupported Media Type",
        "Range Not Satisfiable", "Expectation Failed", "Unprocessable", "Misdirected Request", "Locked", "Failed Dependency",
        "Too Early", "Upgrade Required", "Precondition Required", "Too Many Requests", "Request Header Fields Too Large",
        "Unavailable For Legal Reasons", "Client Closed Request", "Internal Server Error",
        "Not Implemented", "Bad Gateway", "Service Unavailable", "Service Temporarily Unavailable", "Gateway Timeout",
        "Gateway Time-out", "HTTP Version Not Supported", "Variant Also Negotiates", "Insufficient Storage", "Loop Detected", "Not Extended",
        "Network Authentication Required", "Network Read Timeout Error", "Web Server Is Down", "Site Is Overloaded", "Overloaded",
    ];
}
