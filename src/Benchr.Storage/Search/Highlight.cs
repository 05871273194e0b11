using System.Text;

namespace Benchr.Storage.Search;

/// <summary>A piece of a record that holds words of the query.</summary>
/// <param name="Field">Which part of the record: <c>names</c>, <c>title</c>, <c>summary</c>, <c>causes</c>, <c>questions</c> or <c>text</c>.</param>
/// <param name="Text">The piece.</param>
/// <param name="Ranges">Where in it the words stand.</param>
public sealed record Highlight(string Field, string Text, IReadOnlyList<HighlightRange> Ranges)
{
    /// <summary>Reads a piece in which control characters mark the words.</summary>
    internal static Highlight Of(string field, string marked, char begin, char end)
    {
        var text = new StringBuilder(marked.Length);
        var ranges = new List<HighlightRange>();
        var start = 0;
        foreach (var character in marked)
        {
            if (character == begin)
            {
                start = text.Length;
            }
            else if (character == end)
            {
                ranges.Add(new HighlightRange(start, text.Length));
            }
            else
            {
                text.Append(character);
            }
        }

        return new Highlight(field, text.ToString(), ranges);
    }
}

/// <summary>Where a word stands in a piece of text.</summary>
/// <param name="Start">The first UTF-16 code unit.</param>
/// <param name="End">The one behind the last.</param>
public sealed record HighlightRange(int Start, int End);
