namespace Benchr.Sdk.Tests;

/// <summary>An error of which an SDK prints too little for its record to be the right answer.</summary>
/// <param name="Id">The record whose response was sent.</param>
/// <param name="Missing">What would tell the record, and stands in none of the prints.</param>
/// <param name="Instead">The record that is the right answer to the print; null where the right answer is that nothing is certain.</param>
/// <param name="Reason">Why.</param>
public sealed record UntoldError(string Id, string Missing, string? Instead, string Reason)
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
        "openai/APIConnectionError", "openai.APIConnectionError", null,
        "The response is LiteLLM's, which leaves the exception's name out and puts a 500 and an InternalServerError in its place.");

    /// <summary>The entry of a record and a package; null when the record itself must be the answer.</summary>
    public static UntoldError? Of(Sdk sdk, string id) => All.GetValueOrDefault(sdk.Package)?.SingleOrDefault(untold => untold.Id == id);
}
