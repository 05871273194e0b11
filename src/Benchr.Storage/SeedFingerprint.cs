using System.Security.Cryptography;
using System.Text;

namespace Benchr.Storage;

/// <summary>One hash over all files of a seed folder: while it stays, nothing needs to be read.</summary>
internal static class SeedFingerprint
{
    /// <summary>SHA-256 over names and bytes of the YAML files, in the order of their names.</summary>
    public static string Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The seed folder '{Path.GetFullPath(folder)}' does not exist.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
