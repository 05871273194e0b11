using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchr.Api.Answers;

/// <summary>
/// Writes a part of the knowledge as the bytes that it was written as before: it is the same object in every answer of a snapshot, and
/// most of what an answer says. The bytes go when the object goes.
/// </summary>
/// <typeparam name="T">What is written; it must never change.</typeparam>
internal sealed class WrittenOnceConverter<T> : JsonConverter<T>
    where T : class
{
    /// <summary>What was written, by how it was to be written.</summary>
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConditionalWeakTable<T, byte[]>> Written = [];

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var written = Written.GetValue(options, static _ => []);
        if (!written.TryGetValue(value, out var json))
        {
            json = written.GetValue(value, key => JsonSerializer.SerializeToUtf8Bytes(key, options));
        }

        writer.WriteRawValue(json, skipInputValidation: true);
    }
}
