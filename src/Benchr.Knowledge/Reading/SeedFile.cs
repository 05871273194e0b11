namespace Benchr.Knowledge.Reading;

/// <summary>One document of the seed and where it stands.</summary>
/// <typeparam name="T">What the document describes.</typeparam>
/// <param name="File">The file, relative to the seed folder, with forward slashes.</param>
/// <param name="Value">What it says.</param>
/// <param name="SourceMap">Where each value stands.</param>
public sealed record SeedFile<T>(string File, T Value, SourceMap SourceMap)
{
    /// <summary>A problem of this document at a path.</summary>
    public KnowledgeProblem ProblemAt(string path, string message) => new(File, SourceMap.LineOf(path), path, message);
}
