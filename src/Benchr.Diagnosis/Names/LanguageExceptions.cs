using System.Collections.Frozen;

namespace Benchr.Diagnosis.Names;

/// <summary>Exception classes that programming languages bring along: anything can throw them, so alone they name no API's error.</summary>
internal static class LanguageExceptions
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "ArgumentException", "AssertionError", "AttributeError", "ConnectionError", "Error", "Exception", "IOError", "IOException", "IllegalArgumentException",
        "IllegalStateException", "ImportError", "IndexError", "InvalidOperationException", "JSONDecodeError", "JsonException", "KeyError",
        "MemoryError", "ModuleNotFoundError", "NotImplementedError", "NullPointerException", "NullReferenceException", "OSError", "OutOfMemoryError",
        "RangeError", "ReferenceError", "RuntimeError", "RuntimeException", "SyntaxError", "TimeoutError", "TypeError", "ValueError",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a name is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => Names.Contains(name);
}
