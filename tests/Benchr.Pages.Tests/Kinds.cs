namespace Benchr.Pages.Tests;

/// <summary>One address of every kind of page.</summary>
internal static class Kinds
{
    public static readonly string[] Addresses =
    [
        "/", "/errors", "/errors?q=key+still+401+after+rotating", "/errors?provider=openai&category=billing", "/errors?q=zzzzqqqq", "/errors?limit=nonsense",
        "/errors/openai/invalid_api_key", "/errors/cohere/498", "/errors/gemini/RESOURCE_EXHAUSTED", "/errors/http/404", "/errors/openai/invalid_api_key?env-value=looks-right", "/errors/openai/invalid_api_key?env-value=other-vendor&key-alone=accepted", "/providers", "/providers/openai", "/providers/network",
        "/models", "/models?platform=openai&status=retired", "/docs", "/errors/openai/invalid_apikey", "/nowhere",
    ];

    public static TheoryData<string> All => [.. Addresses];
}
