using System.Collections.Concurrent;
using System.Globalization;
using Benchr.Api.Tests;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;

namespace Benchr.Sdk.Tests;

/// <summary>The real host, a server that plays the providers, and what the SDKs throw at its answers.</summary>
public sealed class SdkErrors : IAsyncLifetime
{
    /// <summary>Records whose response is an HTTP error, by what the SDKs that call it are named after.</summary>
    public static IReadOnlyList<ErrorRecord> Records { get; } =
    [
        .. SeedReader.Read(Path.Combine(Service.RepositoryRoot(), "seed"), DateOnly.FromDateTime(DateTime.UtcNow)).Errors
            .Select(file => file.Value)
            .Where(record => record.Provider is "openai" or "anthropic" or "gemini" && record.Response is { Status: >= 400 })
            .OrderBy(record => record.Id(), StringComparer.Ordinal),
    ];

    private readonly ConcurrentDictionary<Sdk, Lazy<Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>>>> prints = new();
    private readonly Service service = new();
    private ProviderServer? server;

    /// <summary>A client of the real host.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        server = await ProviderServer.StartAsync(Records);
        Client = service.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await service.DisposeAsync();
        await server!.DisposeAsync();
    }

    /// <summary>What an SDK throws at the response of a record, printed in each way.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PrintsAsync(Sdk sdk, string id) =>
        (await prints.GetOrAdd(sdk, key => new(() => PrintAllAsync(key))).Value)[PathOf(id)];

    /// <summary>A number and not the id: an address that names the record would give the answer away.</summary>
    private static string PathOf(string id) => Records.Index().First(entry => entry.Item.Id() == id).Index.ToString(CultureInfo.InvariantCulture);

    private Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> PrintAllAsync(Sdk sdk)
    {
        var paths = Records.Where(record => record.Provider == sdk.Provider).Select(record => PathOf(record.Id()));
        return sdk.IsNode ? NodeSdk.PrintAsync(sdk.Provider, server!.Address, paths) : DotNetSdk.PrintAsync(sdk.Provider, server!.Address, paths);
    }
}

/// <summary>An official SDK.</summary>
/// <param name="Package">The package, as its registry names it.</param>
/// <param name="Provider">The provider that it calls.</param>
/// <param name="IsNode">Whether it is of npm; of NuGet otherwise.</param>
public sealed record Sdk(string Package, string Provider, bool IsNode)
{
    /// <summary>Every one that is tested.</summary>
    public static IReadOnlyList<Sdk> All { get; } =
    [
        new("npm openai", "openai", true),
        new("npm @anthropic-ai/sdk", "anthropic", true),
        new("npm @google/genai", "gemini", true),
        new("NuGet OpenAI", "openai", false),
        new("NuGet Anthropic", "anthropic", false),
    ];
}
