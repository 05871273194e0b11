using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benchr.Knowledge.Records;

namespace Benchr.Knowledge.Serialization;

/// <summary>How records are written as JSON: in the database, in exports and over HTTP.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ErrorRecord))]
[JsonSerializable(typeof(Provider))]
[JsonSerializable(typeof(PlatformModels))]
[JsonSerializable(typeof(Model))]
public sealed partial class KnowledgeJson : JsonSerializerContext
{
    /// <summary>The context with readable text: only what JSON itself demands is escaped.</summary>
    public static KnowledgeJson Readable => ReadableContext.Instance;

    /// <summary>In a class of its own, because the order in which the generated half initialises its statics is not ours to rely on.</summary>
    private static class ReadableContext
    {
        internal static readonly KnowledgeJson Instance = new(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
