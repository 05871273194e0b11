using System.Text.Encodings.Web;
using System.Text.Json;
using Benchr.Storage.Changes;

namespace Benchr.Api.Changes;

/// <summary>
/// Writes changes as <see cref="KnowledgeChange"/> describes them. The document goes out as it is stored, byte for byte, so that
/// its hash can be checked.
/// </summary>
internal static class ChangeJson
{
    /// <summary>Only what JSON demands is escaped.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one change as an object.</summary>
    public static void Write(Utf8JsonWriter writer, ChangedDocument change)
    {
        writer.WriteStartObject();
        writer.WriteString("cursor"u8, ChangeCursor.Behind(change));
        writer.WriteString("change"u8, change.Change);
        writer.WriteString("entity"u8, change.Entity);
        writer.WriteString("id"u8, change.Id);
        writer.WriteNumber("revision"u8, change.Revision);
        writer.WriteString("at"u8, change.At);
        if (change.Body is not null)
        {
            writer.WriteString("contentHash"u8, change.ContentHash);
            writer.WritePropertyName(change.Entity);
            writer.WriteRawValue(change.Body, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a page.</summary>
    public static byte[] WritePage(IReadOnlyList<ChangedDocument> changes, string? nextCursor, bool hasMore)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items"u8);
            foreach (var change in changes)
            {
                Write(writer, change);
            }

            writer.WriteEndArray();
            writer.WriteString("nextCursor"u8, nextCursor);
            writer.WriteBoolean("hasMore"u8, hasMore);
            writer.WriteEndObject();
        }

        return output.ToArray();
    }
}
