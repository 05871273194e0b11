using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Benchr.Api.Errors;

/// <summary>
/// Where the next page begins: behind an id, not at a count, so that pages neither repeat nor skip when the catalogue
/// changes between two of them. Good only for the filters it was made with.
/// </summary>
internal static class Cursor
{
    private const int LongestCursor = 400;

    /// <summary>Makes the cursor behind a record.</summary>
    public static string After(string id, ErrorFilter filter) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Check(filter)}{id}"));

    /// <summary>Reads a cursor.</summary>
    /// <returns>The id to go on behind; null when the cursor was not made by this list with these filters.</returns>
    public static string? Read(string cursor, ErrorFilter filter)
    {
        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var check = Check(filter);
        return text.StartsWith(check, StringComparison.Ordinal) && text.Length > check.Length ? text[check.Length..] : null;
    }

    private static string Check(ErrorFilter filter) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(filter.Key)))[..8];
}
