namespace Benchr.Knowledge.Reading;

/// <summary>Where each value of a document stands in its file.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers the line of a path.</summary>
    internal void Add(string path, int line) => lines[path] = line;

    /// <summary>The line of a path; where the path itself is not in the file, that of the nearest part around it.</summary>
    /// <param name="path">A path such as <c>causes[0].slug</c>; case does not matter.</param>
    public int LineOf(string path)
    {
        var current = path.AsSpan();
        while (current.Length > 0)
        {
            if (lines.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(current, out var line))
            {
                return line;
            }

            current = current[..Math.Max(0, current.LastIndexOfAny('.', '['))];
        }

        return 1;
    }
}
