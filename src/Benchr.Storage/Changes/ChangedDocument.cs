namespace Benchr.Storage.Changes;

/// <summary>One change of one document, as it was written.</summary>
/// <param name="Sequence">Position among all changes, from 1.</param>
/// <param name="Entity">The kind of document, one of <see cref="Model.Entities"/>.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Revision">The document's revision after the change, from 1.</param>
/// <param name="Change"><c>added</c>, <c>changed</c> or <c>withdrawn</c>.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="ContentHash">SHA-256 of the body after the change; null when withdrawn.</param>
/// <param name="Body">The document after the change as JSON; null when withdrawn.</param>
public sealed record ChangedDocument(
    long Sequence, string Entity, string Id, int Revision, string Change, DateTimeOffset At, string? ContentHash, string? Body);
