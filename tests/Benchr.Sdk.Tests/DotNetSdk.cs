using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Models.Messages;
using OpenAI;
using OpenAI.Chat;

namespace Benchr.Sdk.Tests;

/// <summary>The SDKs of NuGet.</summary>
internal static class DotNetSdk
{
    /// <summary>What an SDK throws at each address, as <c>ToString()</c> has it; nothing where it throws nothing.</summary>
    /// <param name="sdk">One of <c>openai</c> and <c>anthropic</c>.</param>
    /// <param name="address">Where the provider is.</param>
    /// <param name="paths">What follows the address, one a call.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> PrintAsync(string sdk, string address, IEnumerable<string> paths)
    {
        Func<Uri, Task> call = sdk == "openai" ? CallOpenAIAsync : CallAnthropicAsync;
        var prints = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var path in paths)
        {
            prints[path] = await PrintAsync(call, new Uri($"{address}/{path}"));
        }

        return prints;
    }

    private static async Task<IReadOnlyDictionary<string, string>> PrintAsync(Func<Uri, Task> call, Uri address)
    {
        try
        {
            await call(address);
            return new Dictionary<string, string>();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Dictionary<string, string> { ["ToString"] = exception.ToString(), ["Message"] = $"{exception.GetType().FullName}: {exception.Message}" };
        }
    }

    private static Task CallOpenAIAsync(Uri address) =>
        new ChatClient("gpt-4.1-mini", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = address, RetryPolicy = new ClientRetryPolicy(0) })
            .CompleteChatAsync([new UserChatMessage("hi")], cancellationToken: TestContext.Current.CancellationToken);

    private static async Task CallAnthropicAsync(Uri address)
    {
        using var client = new AnthropicClient { ApiKey = "none", BaseUrl = address.ToString(), MaxRetries = 0 };
        await client.Messages.Create(
            new MessageCreateParams { Model = "claude-sonnet-4-5", MaxTokens = 16, Messages = [new UserMessageParam { Content = "hi" }] },
            TestContext.Current.CancellationToken);
    }
}
