using Benchr.Knowledge.Records;

namespace Benchr.Api.Pages;

/// <summary>The addresses of pages, without host.</summary>
public static class Addresses
{
    /// <summary>The page of a record.</summary>
    public static string Of(ErrorRecord record) => Error(record.Provider, record.Code);

    /// <summary>The page of a record.</summary>
    /// <param name="provider">The provider's id.</param>
    /// <param name="code">The code, not escaped.</param>
    public static string Error(string provider, string code) => $"/errors/{provider}/{Uri.EscapeDataString(code)}";

    /// <summary>The page of a record.</summary>
    /// <param name="id">Its id: <c>provider/code</c>.</param>
    public static string Error(string id) => id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Error(id[..slash], id[(slash + 1)..]) : Provider(id);

    /// <summary>The page of a provider.</summary>
    public static string Provider(string id) => $"/providers/{Uri.EscapeDataString(id)}";

    /// <summary>Whether an address answers people and not programs.</summary>
    internal static bool IsPage(PathString path)
    {
        foreach (var program in ForPrograms)
        {
            if (path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly PathString[] ForPrograms = ["/v1", "/openapi", "/swagger", "/health", "/metrics", "/mcp", "/llms.txt", "/llms-full.txt", "/assets"];
}
