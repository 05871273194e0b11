using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Tests;

/// <summary>Every way through the checks of a record that somebody goes who runs what is next and sees any of its outcomes.</summary>
internal static class GuidedWalk
{
    private static readonly GuidedDiagnosis Diagnosis = new(Seed.Catalogue);

    public static GuidedResult Guide(ErrorRecord record, params IEnumerable<Observation> observations) => Diagnosis.Guide(record, observations);

    public static Observation Saw(string check, string outcome) => new() { Check = check, Outcome = outcome };

    /// <summary>Every place on these ways, once for each set of observations.</summary>
    public static IEnumerable<(Observation[] Observations, GuidedResult Result)> Of(ErrorRecord record)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Observation[]>([[]]);
        while (open.TryPop(out var observations))
        {
            var result = Guide(record, observations);
            yield return (observations, result);
            foreach (var outcome in result.Next?.Outcomes ?? [])
            {
                Observation[] longer = [.. observations, Saw(result.Next!.Slug, outcome.Slug)];
                if (seen.Add(string.Join(' ', longer.Select(item => $"{item.Check}={item.Outcome}").Order(StringComparer.Ordinal))))
                {
                    open.Push(longer);
                }
            }
        }
    }

    public static string Describe(IEnumerable<Observation> observations) =>
        string.Join(", ", observations.Select(item => $"{item.Check}={item.Outcome}"));
}
