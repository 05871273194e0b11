using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Benchr.Storage;
using Benchr.Storage.Changes;

namespace Benchr.Api.Changes;

/// <summary>
/// A position among the changes, as partners keep it. It tells which change it stands behind, so that one kept from a database
/// which was made anew since is refused and not taken for a place in the new one.
/// </summary>
internal static class ChangeCursor
{
    private const int DigitsOfCheck = 8;

    /// <summary>The position behind a change.</summary>
    public static string Behind(ChangedDocument change) => string.Create(CultureInfo.InvariantCulture, $"{change.Sequence}-{CheckOf(change)}");

    /// <summary>The position behind the last change that a catalogue holds; null when there is none.</summary>
    public static string? OfCatalogue(KnowledgeStore store, long sequence) =>
        store.ChangesAfter(sequence - 1, sequence, 1) is [var last] ? Behind(last) : null;

    /// <summary>Reads a position.</summary>
    /// <param name="cursor">As it was sent.</param>
    /// <param name="store">The database.</param>
    /// <param name="until">The last position there is.</param>
    /// <returns>The number of the change; null when it is of another database, or no cursor at all.</returns>
    public static long? Read(string cursor, KnowledgeStore store, long until)
    {
        var parts = cursor.Split('-');
        return parts is [var number, var check]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && sequence <= until
            && store.ChangesAfter(sequence - 1, sequence, 1) is [var change]
            && CheckOf(change) == check
                ? sequence
                : null;
    }

    private static string CheckOf(ChangedDocument change) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{change.Entity} {change.Id} {change.Revision} {change.At:O}"))))[..DigitsOfCheck];
}
