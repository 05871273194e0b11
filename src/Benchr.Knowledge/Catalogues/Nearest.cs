namespace Benchr.Knowledge.Catalogues;

/// <summary>Finds the names that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Longest name that is compared; anything past it cannot be a slip of the fingers.</summary>
    private const int LongestName = 128;

    /// <summary>The candidates nearest to a name, best first; none that has little to do with it.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    /// <param name="count">How many at the most.</param>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> candidates, int count)
    {
        if (name.Length is 0 or > LongestName)
        {
            return [];
        }

        return
        [
            .. candidates
                .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
                .Where(scored => scored.Distance <= Math.Max(2, scored.Candidate.Length * 2 / 5))
                .OrderBy(scored => scored.Distance)
                .ThenBy(scored => scored.Candidate, StringComparer.Ordinal)
                .Take(count)
                .Select(scored => scored.Candidate),
        ];
    }

    /// <summary>Edit distance with case ignored; a candidate that contains the name, or the other way round, counts as near.</summary>
    private static int Distance(string name, string candidate)
    {
        if (candidate.Length > LongestName)
        {
            return int.MaxValue;
        }

        if (name.Length >= 4 && candidate.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        var previous = new int[candidate.Length + 1];
        var current = new int[candidate.Length + 1];
        for (var column = 0; column <= candidate.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= name.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= candidate.Length; column++)
            {
                var same = char.ToLowerInvariant(name[row - 1]) == char.ToLowerInvariant(candidate[column - 1]);
                current[column] = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1,
                    previous[column - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[candidate.Length];
    }
}
