namespace Benchr.Api.Mcp;

/// <summary>
/// The request that carries a call; one a request. An accessor of all requests would give the same, and would keep the server from
/// using its request objects again, at the cost of every other endpoint.
/// </summary>
internal sealed class CallingRequest
{
    private HttpContext? context;

    /// <summary>The request.</summary>
    /// <exception cref="InvalidOperationException">A tool was called outside a request.</exception>
    public HttpContext Context
    {
        get => context ?? throw new InvalidOperationException("A tool was called outside a request.");
        set => context = value;
    }
}
