using System.Globalization;
using Benchr.Knowledge.Records;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>What the checks of a record must meet together: a person who follows them gets somewhere.</summary>
internal static class CheckGraph
{
    /// <summary>Adds what is wrong with the graph.</summary>
    public static void Validate(ErrorRecord record, ValidationContext<ErrorRecord> context)
    {
        var led = record.Checks.SelectMany(check => check.Outcomes).Select(outcome => outcome.Next).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (index, check) in record.Checks.Index())
        {
            var path = $"Checks[{index.ToString(CultureInfo.InvariantCulture)}]";
            if (index > 0 && !led.Contains(check.Slug))
            {
                context.AddFailure(path, $"no outcome leads to the check '{check.Slug}'");
            }

            if (LeadsTo(record, check, check.Slug, []))
            {
                context.AddFailure(path, $"the check '{check.Slug}' leads back to itself");
            }

            foreach (var (number, outcome) in check.Outcomes.Index())
            {
                if (outcome.Cause is null && outcome.Next is null && outcome.RulesOut.Count == 0)
                {
                    context.AddFailure($"{path}.Outcomes[{number.ToString(CultureInfo.InvariantCulture)}]", "a dead end: it names no cause, rules none out and leads to no other check");
                }
            }
        }

        if (record.Checks.Count == 0)
        {
            return;
        }

        foreach (var (index, cause) in record.Causes.Index())
        {
            if (cause.Unchecked is null && !IsReached(record, cause))
            {
                context.AddFailure(
                    $"Causes[{index.ToString(CultureInfo.InvariantCulture)}]",
                    $"no outcome of any check points to '{cause.Slug}' or rules the others out; say under 'unchecked' why no check can");
            }
        }
    }

    private static bool IsReached(ErrorRecord record, Cause cause)
    {
        var outcomes = record.Checks.SelectMany(check => check.Outcomes).ToList();
        var others = record.Causes.Where(other => other != cause).Select(other => other.Slug);
        return outcomes.Exists(outcome => outcome.Cause == cause.Slug)
            || others.All(other => outcomes.Exists(outcome => outcome.RulesOut.Contains(other) && !outcome.RulesOut.Contains(cause.Slug)));
    }

    private static bool LeadsTo(ErrorRecord record, Check from, string goal, HashSet<string> seen) =>
        from.Outcomes.Select(outcome => outcome.Next).OfType<string>().Any(next =>
            next == goal || (seen.Add(next) && record.Checks.FirstOrDefault(check => check.Slug == next) is { } check && LeadsTo(record, check, goal, seen)));
}
