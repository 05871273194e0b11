namespace Benchr.Api.Exports;

/// <summary>Everything that is known, in one file.</summary>
/// <param name="Name">The name it is asked for by.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Cursor">The position among the changes that it holds; null when nothing was ever written.</param>
/// <param name="Encodings">The file as it is, and packed; the first is as it is.</param>
internal sealed record ExportFile(string Name, string ContentType, string? Cursor, IReadOnlyList<EncodedFile> Encodings);

/// <summary>A file in one encoding.</summary>
/// <param name="Encoding">The content coding; null is none.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
internal sealed record EncodedFile(string? Encoding, string Path, long Bytes, byte[] Sha256);
