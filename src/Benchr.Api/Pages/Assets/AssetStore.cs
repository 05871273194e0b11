using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Benchr.Api.Answers;

namespace Benchr.Api.Pages.Assets;

/// <summary>
/// The style sheet, the scripts and the icons, carried inside the assembly: they are there from wherever the service is started, published or
/// not. Their address holds a hash of them all, so browsers may keep them for good.
/// </summary>
internal static class AssetStore
{
    private const string Prefix = "asset/";
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".png"] = "image/png",
    }.ToFrozenDictionary();

    private static readonly Lazy<FrozenDictionary<string, byte[]>> Files = new(ReadAll);
    private static readonly Lazy<string> Version = new(VersionOf);
    private static readonly Lazy<FrozenDictionary<string, RenderedAnswer>> Answers = new(() => Files.Value.ToFrozenDictionary(
        file => file.Key,
        file => new RenderedAnswer(file.Value, ContentTypes[Path.GetExtension(file.Key)], DateTimeOffset.UnixEpoch, cacheControl: Forever)));

    /// <summary>The address of a file, without host.</summary>
    public static string Address(string file) => $"/assets/{Version.Value}/{file}";

    /// <summary>A file as an answer; null when there is none of this name.</summary>
    public static RenderedAnswer? Find(string file) => Answers.Value.GetValueOrDefault(file);

    private static FrozenDictionary<string, byte[]> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(assembly, name));
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string VersionOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files.Value.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(file.Value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
