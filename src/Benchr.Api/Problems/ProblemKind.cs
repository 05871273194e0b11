namespace Benchr.Api.Problems;

/// <summary>One kind of problem that this API answers with; each has a record of provider <c>benchr</c> that explains it.</summary>
/// <param name="Code">The code, and the record's.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
public sealed record ProblemKind(string Code, int Status, string Title)
{
    /// <summary>The provider whose records explain the problems.</summary>
    public const string Provider = "benchr";

    /// <summary>The paste holds nothing to diagnose.</summary>
    public static readonly ProblemKind EmptyPaste = new("empty-paste", 422, "The paste is empty");

    /// <summary>The paste or the request body is too long.</summary>
    public static readonly ProblemKind PasteTooLarge = new("paste-too-large", 413, "The paste is too large");

    /// <summary>The body is not the JSON it should be.</summary>
    public static readonly ProblemKind MalformedJson = new("malformed-json", 400, "The request body is not valid JSON");

    /// <summary>The body has a content type or charset that is not read.</summary>
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The content type is not supported");

    /// <summary>A field of the body is out of its range.</summary>
    public static readonly ProblemKind InvalidRequest = new("invalid-request", 422, "The request is not valid");

    /// <summary>The provider that was named does not exist.</summary>
    public static readonly ProblemKind UnknownProvider = new("unknown-provider", 422, "There is no such provider");

    /// <summary>A parameter of the query is unknown or out of its range.</summary>
    public static readonly ProblemKind InvalidParameter = new("invalid-parameter", 400, "A query parameter is not valid");

    /// <summary>The cursor was not made by this list.</summary>
    public static readonly ProblemKind InvalidCursor = new("invalid-cursor", 400, "The cursor is not valid");

    /// <summary>There is no record or provider of this id.</summary>
    public static readonly ProblemKind NotFound = new("record-not-found", 404, "There is no such record");

    /// <summary>There is nothing at this address.</summary>
    public static readonly ProblemKind RouteNotFound = new("route-not-found", 404, "There is nothing at this address");

    /// <summary>The address does not take this method.</summary>
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The method is not allowed here");

    /// <summary>The file has no such part.</summary>
    public static readonly ProblemKind RangeNotSatisfiable = new("range-not-satisfiable", 416, "The file has no such part");

    /// <summary>The request breaks the rules of HTTP.</summary>
    public static readonly ProblemKind BadRequest = new("bad-request", 400, "The request could not be read");

    /// <summary>The service is not ready to answer.</summary>
    public static readonly ProblemKind NotReady = new("not-ready", 503, "The service is not ready");

    /// <summary>The client asks too much.</summary>
    public static readonly ProblemKind RateLimited = new("rate-limited", 429, "Too many requests from this address");

    /// <summary>Everybody together asks too much.</summary>
    public static readonly ProblemKind Overloaded = new("overloaded", 503, "The service is busy");

    /// <summary>The service failed.</summary>
    public static readonly ProblemKind InternalError = new("internal-error", 500, "The service failed");

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        EmptyPaste, PasteTooLarge, MalformedJson, UnsupportedMediaType, InvalidRequest, UnknownProvider, InvalidParameter, InvalidCursor,
        NotFound, RouteNotFound, MethodNotAllowed, RangeNotSatisfiable, BadRequest, RateLimited, Overloaded, NotReady, InternalError,
    ];
}
