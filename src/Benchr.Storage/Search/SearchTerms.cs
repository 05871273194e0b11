using Benchr.Knowledge.Catalogues;

namespace Benchr.Storage.Search;

/// <summary>The words of a query, each as what the full-text engine is asked for.</summary>
internal static class SearchTerms
{
    private const int MostTerms = 16;
    private const int ShortestPrefix = 3;

    /// <summary>Words that nearly every text has; they are left out unless there are no others.</summary>
    private static readonly HashSet<string> CommonWords = new(
        "a an and are as at be but by can do does did for from has have how i if in is it its me my no not of on or so still that the then this to was what when which why will with you your after before".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Parts a query into words: letters and digits, lower-case.</summary>
    public static IReadOnlyList<string> Of(string query)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index <= query.Length; index++)
        {
            var isInside = index < query.Length && char.IsLetterOrDigit(query[index]);
            if (isInside && start < 0)
            {
                start = index;
            }
            else if (!isInside && start >= 0)
            {
                words.Add(query[start..index].ToLowerInvariant());
                start = -1;
            }
        }

        words = [.. words.Distinct().Take(MostTerms)];
        var telling = words.Where(word => !CommonWords.Contains(word)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>A word as a query of the engine: numbers exactly, words by their beginning too.</summary>
    public static string ToMatch(string word) => word.Length >= ShortestPrefix && !word.All(char.IsAsciiDigit) ? $"\"{word}\"*" : $"\"{word}\"";

    /// <summary>The known word that a mistyped one probably is; null when none is near enough.</summary>
    public static string? Correct(string word, IEnumerable<string> vocabulary)
    {
        var slips = word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        // Stems end earlier than words do, so a candidate may lack what the word's ending has.
        if (slips == 0 || word.All(char.IsAsciiDigit))
        {
            return null;
        }

        var near = vocabulary.Where(candidate => candidate.Length >= ShortestPrefix && Math.Abs(candidate.Length - word.Length) <= slips + 1);
        return Nearest.To(word, near, 1) is [var nearest] ? nearest : null;
    }
}
