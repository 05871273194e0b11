using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Guided;

/// <summary>Finds the observations that cannot all be right.</summary>
internal static class Contradictions
{
    /// <summary>Contradictions, in the record's order.</summary>
    /// <param name="record">The record.</param>
    /// <param name="observed">Every outcome observed, in the record's order.</param>
    /// <param name="trail">Of them those whose check came out one way only.</param>
    public static IEnumerable<Contradiction> In(ErrorRecord record, IReadOnlyList<Step> observed, Trail trail)
    {
        foreach (var check in observed.GroupBy(step => step.Check.Slug, StringComparer.Ordinal).Where(check => check.Count() > 1))
        {
            yield return new Contradiction(
                ContradictionKind.OutcomesDiffer,
                $"The check '{check.Key}' came out in {check.Count()} ways ({string.Join(", ", check.Select(step => step.Outcome.Slug))}), so none of them counts. Run it again and send one.",
                null,
                [.. check.Select(step => step.Seen())]);
        }

        foreach (var cause in record.Causes)
        {
            var against = trail.RulingOut(cause);
            foreach (var pointing in trail.PointingTo(cause))
            {
                // A check that the outcome itself led to may well correct it: that is what it was for.
                foreach (var other in against.Where(step => step != pointing && !trail.IsBehind(step, pointing)))
                {
                    yield return new Contradiction(
                        ContradictionKind.CauseRuledOut,
                        $"'{pointing.Check.Slug}' came out '{pointing.Outcome.Slug}', which points to '{cause.Slug}'; '{other.Check.Slug}' came out '{other.Outcome.Slug}', which rules it out. Run both again.",
                        cause.Slug,
                        [pointing.Seen(), other.Seen()]);
                }
            }
        }

        if (trail.Left.Count == 0)
        {
            yield return new Contradiction(
                ContradictionKind.NothingLeft,
                "Every cause is ruled out. Either a check was misread, or the error is another one: read what each outcome means.",
                null,
                [.. observed.Where(step => step.Outcome.RulesOut.Count > 0).Select(step => step.Seen())]);
        }
    }
}
