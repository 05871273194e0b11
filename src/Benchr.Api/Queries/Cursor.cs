using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Benchr.Api.Queries;

/// <summary>
/// Where the next page begins: behind an id, not at a count, so that pages neither repeat nor skip when the catalogue
/// changes between two of them. Good only for the filters it was made with.
/// </summary>
internal static class Cursor
{
    /// <summary>Longest cursor in characters.</summary>
    public const int LongestCursor = 400;

    /// <summary>Makes the cursor behind an id.</summary>
    public static string After(string id, string filters) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Check(filters)}{id}"));

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">The cursor as it was sent.</param>
    /// <param name="filters">The filters that it must have been made with, as one text.</param>
    /// <returns>The id to go on behind; null when the cursor was not made by this list with these filters.</returns>
    public static string? Read(string cursor, string filters)
    {
        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var check = Check(filters);
        return text.StartsWith(check, StringComparison.Ordinal) && text.Length > check.Length ? text[check.Length..] : null;
    }

    private static string Check(string filters) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(filters)))[..8];
}
