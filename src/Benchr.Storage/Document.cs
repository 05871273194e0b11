using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Storage;

/// <summary>A record or provider as the JSON that is stored, and the hash that tells whether it changed.</summary>
internal sealed record Document(string Body, string ContentHash)
{
    public static Document Of(ErrorRecord record) => Of(JsonSerializer.Serialize(record, KnowledgeJson.Readable.ErrorRecord));

    public static Document Of(Provider provider) => Of(JsonSerializer.Serialize(provider, KnowledgeJson.Readable.Provider));

    public static Document Of(Benchr.Knowledge.Records.Model model) => Of(JsonSerializer.Serialize(model, KnowledgeJson.Readable.Model));

    private static Document Of(string body) => new(body, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
}
