using System.Text.Json;

namespace Benchr.Knowledge.Serialization;

/// <summary>The kebab-case words by which enumeration members are known outside the code.</summary>
public static class Word
{
    /// <summary>The word for a member.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The words for all members of an enumeration, in declaration order.</summary>
    public static IReadOnlyList<string> All(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>The member that a word stands for.</summary>
    /// <returns>False when no member has this word.</returns>
    public static bool TryParse<TEnum>(string word, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Of(candidate), word, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
