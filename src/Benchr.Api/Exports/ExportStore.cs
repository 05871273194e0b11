using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Benchr.Api.Catalogues;
using Benchr.Api.Changes;
using Benchr.Storage;

namespace Benchr.Api.Exports;

/// <summary>
/// Makes the files of an export when somebody first asks for them, once for each version of the knowledge, and keeps them on disk:
/// megabytes that are asked for once a day have no place in memory.
/// </summary>
internal sealed class ExportStore(KnowledgeStore store) : IDisposable
{
    /// <summary>The names of the files.</summary>
    public static readonly IReadOnlyList<string> Names = ["api-errors.json", "api-errors.ndjson", "api-errors.sqlite"];

    private readonly Lock gate = new();
    private DirectoryInfo? folder;
    private Snapshot? madeFor;
    private IReadOnlyDictionary<string, ExportFile> files = new Dictionary<string, ExportFile>();

    /// <summary>The files of a version of the knowledge, by name.</summary>
    public IReadOnlyDictionary<string, ExportFile> Of(Snapshot snapshot)
    {
        lock (gate)
        {
            if (!ReferenceEquals(madeFor, snapshot) || folder is not { Exists: true })
            {
                var old = folder;
                folder = Directory.CreateTempSubdirectory("benchr-export-");
                files = Make(snapshot, folder.FullName).ToDictionary(file => file.Name, StringComparer.OrdinalIgnoreCase);
                madeFor = snapshot;

                // Whoever is still being sent an old file has it open, and keeps it.
                Delete(old);
            }

            return files;
        }
    }

    public void Dispose() => Delete(folder);

    private static void Delete(DirectoryInfo? old)
    {
        if (old is not null && Directory.Exists(old.FullName))
        {
            old.Delete(recursive: true);
        }
    }

    private IEnumerable<ExportFile> Make(Snapshot snapshot, string path)
    {
        var cursor = ChangeCursor.OfCatalogue(store, snapshot.Catalogue.Sequence);
        WriteDocuments(snapshot, cursor, Path.Combine(path, Names[0]), Path.Combine(path, Names[1]));
        store.WriteFile(Path.Combine(path, Names[2]));
        string[] types = ["application/json", "application/x-ndjson", "application/vnd.sqlite3"];
        foreach (var (name, type) in Names.Zip(types))
        {
            var file = Path.Combine(path, name);
            yield return new ExportFile(name, type, cursor,
            [
                Encoded(null, file),
                Packed("br", file, stream => new BrotliStream(stream, CompressionLevel.Optimal)),
                Packed("gzip", file, stream => new GZipStream(stream, CompressionLevel.Optimal)),
            ]);
        }
    }

    /// <summary>Writes both texts in one pass: the same objects, in one document and as lines.</summary>
    private void WriteDocuments(Snapshot snapshot, string? cursor, string json, string lines)
    {
        using var output = File.Create(json);
        using var lineOutput = File.Create(lines);
        using var writer = new Utf8JsonWriter(output, ChangeJson.Options);
        using var lineWriter = new Utf8JsonWriter(lineOutput, ChangeJson.Options);
        writer.WriteStartObject();
        writer.WriteString("catalogue"u8, snapshot.Catalogue.Version);
        writer.WriteString("modified"u8, snapshot.Catalogue.Modified);
        writer.WriteString("cursor"u8, cursor);
        writer.WriteStartArray("items"u8);
        store.ReadStanding(snapshot.Catalogue.Sequence, document =>
        {
            ChangeJson.Write(writer, document);
            writer.Flush();
            ChangeJson.Write(lineWriter, document);
            lineWriter.Flush();
            lineWriter.Reset();
            lineOutput.WriteByte((byte)'\n');
        });
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static EncodedFile Packed(string encoding, string path, Func<Stream, Stream> pack)
    {
        var packed = $"{path}.{encoding}";
        using (var input = File.OpenRead(path))
        using (var output = pack(File.Create(packed)))
        {
            input.CopyTo(output);
        }

        return Encoded(encoding, packed);
    }

    private static EncodedFile Encoded(string? encoding, string path)
    {
        using var input = File.OpenRead(path);
        return new EncodedFile(encoding, path, input.Length, SHA256.HashData(input));
    }
}
