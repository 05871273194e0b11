using Benchr.Api.Catalogues;

namespace Benchr.Api.Answers;

/// <summary>Such an answer, written already.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Snapshot">The knowledge that it comes from.</param>
/// <param name="Modified">When what it says changed last.</param>
internal sealed record CacheableContent(byte[] Body, string ContentType, Snapshot Snapshot, DateTimeOffset Modified) : CacheableAnswer(Snapshot, Modified)
{
    protected override (byte[] Body, string ContentType) Render(HttpContext context) => (Body, ContentType);
}
