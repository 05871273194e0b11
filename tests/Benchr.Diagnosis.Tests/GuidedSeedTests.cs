using System.Text.RegularExpressions;
using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Tests;

/// <summary>What the checks of the seed promise whoever follows them, proved over every way through them.</summary>
public sealed class GuidedSeedTests
{
    public static TheoryData<string> Records() => [.. Seed.Catalogue.Errors.Where(error => error.Record.Checks.Count > 0).Select(error => error.Record.Id())];

    [Theory]
    [MemberData(nameof(Records))]
    public void Whoever_runs_what_is_next_gets_to_an_end_and_to_every_cause_that_a_check_tells(string id)
    {
        var record = Seed.Catalogue.FindError(id)!.Record;
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (observations, result) in GuidedWalk.Of(record))
        {
            var place = GuidedWalk.Describe(observations);
            AssertSound(record, result, place);

            // No loop: what was run once is never next again, so every way ends after as many steps as there are checks.
            Assert.True(observations.All(seen => seen.Check != result.Next?.Slug), $"{id}, {place}: '{result.Next?.Slug}' is to be run twice");
            if (result.Cause is { } cause)
            {
                reached.Add(cause.Slug);
            }
        }

        Assert.Equal(record.Checks[0].Slug, GuidedWalk.Guide(record).Next?.Slug);
        Assert.Empty(record.Causes.Where(cause => cause.Unchecked is null && !reached.Contains(cause.Slug)).Select(cause => $"{id}: no way leads to '{cause.Slug}'"));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void No_way_ends_while_a_check_could_still_tell_its_causes_apart(string id)
    {
        var record = Seed.Catalogue.FindError(id)!.Record;
        foreach (var (observations, result) in GuidedWalk.Of(record).Where(place => place.Result is { Next: null, IsConcluded: false, Possible.Count: > 0 }))
        {
            var left = result.Possible.Select(cause => cause.Slug).ToHashSet(StringComparer.Ordinal);
            var idle = record.Checks.Where(check => observations.All(seen => seen.Check != check.Slug));
            Assert.DoesNotContain(idle.SelectMany(check => check.Outcomes), outcome => outcome.RulesOut.Any(left.Contains) || (outcome.Cause is { } cause && left.Contains(cause)));
        }
    }

    [Fact]
    public void Every_pattern_runs_without_backtracking()
    {
        var patterns = Seed.Catalogue.Errors.SelectMany(error => error.Record.Checks).SelectMany(check => check.Outcomes).Select(outcome => outcome.Match).OfType<string>().ToList();

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
    }

    private static void AssertSound(ErrorRecord record, GuidedResult result, string place)
    {
        string[] possible = [.. result.Possible.Select(cause => cause.Slug)];
        string[] ruledOut = [.. result.RuledOut.Select(cause => cause.Slug)];
        Assert.Equal(record.Causes.Select(cause => cause.Slug).Order(StringComparer.Ordinal), possible.Concat(ruledOut).Order(StringComparer.Ordinal));
        Assert.All(result.RuledOut, cause => Assert.NotEmpty(cause.Why));
        Assert.True(result.Cause is null || (possible[0] == result.Cause.Slug && result.Next is null && result.Contradictions.Count == 0), $"{record.Id()}, {place}: concluded with something open");
        Assert.True(possible.Length > 0 || result.Contradictions.Any(item => item.Kind == ContradictionKind.NothingLeft), $"{record.Id()}, {place}: nothing is left and nobody says so");
    }
}
