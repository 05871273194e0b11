using Benchr.Api.Classify;
using Benchr.Api.Errors;
using Benchr.Knowledge.Records;
using ModelContextProtocol.Protocol;

namespace Benchr.Api.Mcp;

/// <summary>The addresses of records and providers as resources.</summary>
internal static class ResourceAddresses
{
    public const string Errors = "benchr://errors/{provider}/{code}";

    public const string Providers = "benchr://providers/{provider}";

    public const string MediaType = "text/markdown";

    private const string ErrorStart = "benchr://errors/";
    private const string ProviderStart = "benchr://providers/";

    /// <summary>The address of a record.</summary>
    public static string OfError(string provider, string code) => $"{ErrorStart}{provider}/{Uri.EscapeDataString(code)}";

    /// <summary>The address of a provider.</summary>
    public static string OfProvider(string provider) => $"{ProviderStart}{provider}";

    /// <summary>The id of the record that an address names; null when it names none.</summary>
    public static string? ErrorIn(string address) => After(ErrorStart, address);

    /// <summary>The id of the provider that an address names; null when it names none.</summary>
    public static string? ProviderIn(string address) => After(ProviderStart, address);

    public static ResourceLinkBlock LinkTo(ErrorRecord record) => Link(record.Provider, record.Code, record.Title);

    public static ResourceLinkBlock LinkTo(ErrorSummary error) => Link(error.Provider, error.Code, error.Title);

    public static ResourceLinkBlock LinkTo(ErrorReference error) => Link(error.Provider, error.Code, error.Title);

    private static ResourceLinkBlock Link(string provider, string code, string title) =>
        new() { Uri = OfError(provider, code), Name = $"{provider}/{code}", Title = title, MimeType = MediaType };

    private static string? After(string start, string address) =>
        address.StartsWith(start, StringComparison.OrdinalIgnoreCase) && address.Length > start.Length ? Uri.UnescapeDataString(address[start.Length..]) : null;
}
