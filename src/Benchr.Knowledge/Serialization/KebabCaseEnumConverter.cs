using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchr.Knowledge.Serialization;

/// <summary>Writes and reads enumeration members as kebab-case words, <c>RateLimit</c> as <c>rate-limit</c>; numbers are refused.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
