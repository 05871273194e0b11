namespace Benchr.Api.Classify;

/// <summary>The answer to one item of a batch: the diagnosis, or a problem in its place.</summary>
/// <remarks>Only the OpenAPI document speaks of it.</remarks>
public abstract record BatchAnswer
{
    private BatchAnswer()
    {
    }
}
