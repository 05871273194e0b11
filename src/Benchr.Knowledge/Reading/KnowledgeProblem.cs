namespace Benchr.Knowledge.Reading;

/// <summary>One broken rule, with the place to mend.</summary>
/// <param name="File">The file, relative to the seed folder, with forward slashes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">The place inside the document, for instance <c>causes[0].slug</c>; empty for the whole document.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record KnowledgeProblem(string File, int Line, string Path, string Message)
{
    /// <summary>The problem on one line, as compilers print theirs.</summary>
    public override string ToString() =>
        Path.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Path}: {Message}";
}
