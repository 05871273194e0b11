using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Guided;

/// <summary>An outcome that was observed, and the check that it is of.</summary>
internal sealed record Step(Check Check, Outcome Outcome)
{
    public SeenOutcome Seen() => new(Check.Slug, Outcome.Slug, Outcome.When, Outcome.Means);
}

/// <summary>The outcomes that were observed: one a check, in the record's order.</summary>
internal sealed class Trail(ErrorRecord record, IReadOnlyList<Step> steps)
{
    private readonly Dictionary<string, Step> byCheck = steps.ToDictionary(step => step.Check.Slug, StringComparer.Ordinal);

    /// <summary>The causes that nothing rules out, in the record's order.</summary>
    public IReadOnlyList<Cause> Left { get; } = [.. record.Causes.Where(cause => !steps.Any(step => step.Outcome.RulesOut.Contains(cause.Slug)))];

    public bool IsSettled(string check) => byCheck.ContainsKey(check);

    public IReadOnlyList<Step> PointingTo(Cause cause) => [.. steps.Where(step => step.Outcome.Cause == cause.Slug)];

    public IReadOnlyList<Step> RulingOut(Cause cause) => [.. steps.Where(step => step.Outcome.RulesOut.Contains(cause.Slug))];

    /// <summary>
    /// The steps whose word stands. An outcome that points to a cause and leads to another check is put to the test there: it stands until
    /// that check, or one behind it, rules the cause out, and only then does what these point to count.
    /// </summary>
    public IReadOnlyList<Step> Standing()
    {
        var pointing = steps.Where(step => Left.Any(cause => cause.Slug == step.Outcome.Cause)).ToList();
        return [.. pointing.Where(step => !pointing.Exists(earlier => earlier.Outcome.Cause != step.Outcome.Cause && IsBehind(step, earlier)))];
    }

    /// <summary>Whether an outcome was seen because another led there.</summary>
    public bool IsBehind(Step later, Step earlier) => Behind(earlier).Contains(later);

    /// <summary>The check to run next; null when none is left that tells anything.</summary>
    /// <param name="isAsked">Whether anything is still to be found out once the checks that outcomes lead to have been run.</param>
    public Check? Next(bool isAsked)
    {
        var led = steps.Select(step => step.Outcome.Next).ToHashSet(StringComparer.Ordinal);
        return record.Checks.FirstOrDefault(check => led.Contains(check.Slug) && !IsSettled(check.Slug) && Tells(check))
            ?? (isAsked ? record.Checks.FirstOrDefault(check => !IsSettled(check.Slug) && Tells(check)) : null);
    }

    /// <summary>Whether an outcome of a check, or of one that it leads to, says something about the causes that are left.</summary>
    private bool Tells(Check check) => check.Outcomes.Any(outcome =>
        Left.Any(cause => cause.Slug == outcome.Cause || outcome.RulesOut.Contains(cause.Slug))
        || (record.Checks.FirstOrDefault(next => next.Slug == outcome.Next) is { } next && !IsSettled(next.Slug) && Tells(next)));

    /// <summary>The steps that a step led to, one after the other; the rules see to it that no check leads back to itself.</summary>
    private IEnumerable<Step> Behind(Step step)
    {
        while (step.Outcome.Next is { } next && byCheck.TryGetValue(next, out var later))
        {
            yield return later;
            step = later;
        }
    }
}
