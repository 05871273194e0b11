namespace Benchr.Sdk.Tests;

/// <summary>An error that is not recognised by what an SDK prints of it, mostly because that is too little.</summary>
/// <param name="Id">The record whose response was sent.</param>
/// <param name="Missing">What would tell the record, and stands in none of the prints; null where they tell it and the engine does not see it yet.</param>
/// <param name="Instead">The record that is the right answer to the print; null where the right answer is that nothing is certain.</param>
/// <param name="Reason">Why.</param>
public sealed record UntoldError(string Id, string? Missing, string? Instead, string Reason)
{
    /// <summary>Every one, by package.</summary>
    public static IReadOnlyDictionary<string, UntoldError[]> All { get; } = new Dictionary<string, UntoldError[]>
    {
        ["npm openai"] = [Timeout, Connection],
        ["NuGet OpenAI"] = [Timeout, Connection],
        ["npm @anthropic-ai/sdk"] =
        [
            new("anthropic/403", "api.anthropic.com", "cloudflare/403",
                "The page is Cloudflare's and does not say whose site it guards; neither does the SDK say which host it called."),
        ],
    };

    private static UntoldError Timeout => new(
        "openai/APITimeoutError", "OpenAIException", "network/APITimeoutError",
        "The response is LiteLLM's, and its sentence about a timeout names no vendor: every client that is built on OpenAI's throws this exception.");

    private static UntoldError Connection => new(
        "openai/APIConnectionError", null, null,
        "The response is LiteLLM's. Its sentence is known and recognised on its own; with a 500 and an InternalServerError in front, as the SDKs print it, any server's error outweighs it.");

    /// <summary>The entry of a record and a package; null when the record itself must be the answer.</summary>
    public static UntoldError? Of(Sdk sdk, string id) => All.GetValueOrDefault(sdk.Package)?.SingleOrDefault(untold => untold.Id == id);
}
