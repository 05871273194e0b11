using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Guided;

/// <summary>
/// Leads through the checks of a record to one of its causes. Keeps nothing between calls: the answer follows from the observations
/// alone, whatever order they come in. Built once a catalogue snapshot; safe for any number of threads.
/// </summary>
/// <param name="catalogue">The knowledge whose key shapes are masked.</param>
public sealed class GuidedDiagnosis(Catalogue catalogue)
{
    private readonly OutputReader reader = new(new Scrubber(catalogue));

    /// <summary>Tells what the observations so far leave, and what to run next.</summary>
    /// <param name="record">The record whose checks were run.</param>
    /// <param name="observations">What came out of them; none to begin.</param>
    /// <returns>The answer; the same for the same observations in any order.</returns>
    /// <exception cref="ArgumentException">
    /// An observation names a check or an outcome that the record does not have, has not exactly one of outcome and output, or its output is
    /// longer than <see cref="Observation.LongestOutput"/>.
    /// </exception>
    public GuidedResult Guide(ErrorRecord record, IEnumerable<Observation> observations)
    {
        var warnings = new List<SecretWarning>();
        var read = observations.Select(observation => Read(observation, record, warnings)).ToList();
        var observed = (
            from check in record.Checks
            from outcome in check.Outcomes
            where read.Exists(item => item.Check == check.Slug && item.Outcome == outcome.Slug)
            select new Step(check, outcome)).ToList();
        var trail = new Trail(record, [.. observed.GroupBy(step => step.Check.Slug, StringComparer.Ordinal).Where(check => check.Count() == 1).Select(check => check.Single())]);
        var contradictions = Contradictions.In(record, observed, trail).ToList();
        var standing = trail.Standing();
        var (cause, next) = Decide(record, trail, standing, isContradicted: contradictions.Count > 0);

        return new GuidedResult
        {
            Cause = cause,
            Possible = [.. trail.Left
                .OrderByDescending(candidate => standing.Count(step => step.Outcome.Cause == candidate.Slug))
                .ThenByDescending(candidate => trail.PointingTo(candidate).Count)
                .Select(candidate => new PossibleCause(candidate.Slug, candidate.Title, candidate.Fix, candidate.Unchecked, Seen(trail.PointingTo(candidate))))],
            RuledOut = [.. record.Causes.Except(trail.Left)
                .Select(excluded => new RuledOutCause(excluded.Slug, excluded.Title, Seen(trail.RulingOut(excluded))))],
            Next = next,
            Observations = InOrder(record, read),
            Contradictions = contradictions,
            Warnings = [.. warnings.Distinct().OrderBy(warning => warning.Masked, StringComparer.Ordinal).ThenBy(warning => warning.Provider, StringComparer.Ordinal)],
        };
    }

    private static (Cause? Cause, Check? Next) Decide(ErrorRecord record, Trail trail, IReadOnlyList<Step> standing, bool isContradicted)
    {
        if (trail.Left.Count == 0)
        {
            return (null, null);
        }

        // The last one left needs no further proof, unless it was the only one from the start: then the checks are there to doubt it.
        var favoured = standing.Select(step => step.Outcome.Cause).Distinct().Select(slug => trail.Left.Single(cause => cause.Slug == slug)).ToList();
        if (!isContradicted && trail.Left.Count == 1 && (record.Causes.Count > 1 || favoured.Count == 1))
        {
            return (trail.Left[0], null);
        }

        var next = trail.Next(isAsked: isContradicted || favoured.Count != 1);
        var decided = favoured.Count == 1 ? favoured[0] : trail.Left.Count == 1 ? trail.Left[0] : null;
        return (next is null && !isContradicted ? decided : null, next);
    }

    private ReadObservation Read(Observation observation, ErrorRecord record, List<SecretWarning> warnings)
    {
        var check = record.Checks.FirstOrDefault(item => item.Slug == observation.Check)
            ?? throw new ArgumentException($"The record has no check '{observation.Check}'.", nameof(observation));
        if (observation.Outcome is null == observation.Output is null || observation.Output is { Length: > Observation.LongestOutput })
        {
            throw new ArgumentException($"An observation has either an outcome or an output, which is at most {Observation.LongestOutput} code units.", nameof(observation));
        }

        if (observation.Output is null)
        {
            return check.Outcomes.Any(outcome => outcome.Slug == observation.Outcome)
                ? new ReadObservation(check.Slug, ObservationReading.Named, observation.Outcome, [])
                : throw new ArgumentException($"The check has no outcome '{observation.Outcome}'.", nameof(observation));
        }

        var matching = reader.Read(observation.Output, check, warnings);
        return matching.Count switch
        {
            0 => new ReadObservation(check.Slug, ObservationReading.Unmatched, null, Candidates(check, WithoutPattern(check))),
            1 => new ReadObservation(check.Slug, ObservationReading.Matched, matching[0].Slug, []),
            _ => new ReadObservation(check.Slug, ObservationReading.Ambiguous, null, Candidates(check, matching)),
        };
    }

    /// <summary>By check, by outcome, and once each: what was sent first or twice makes no difference.</summary>
    private static List<ReadObservation> InOrder(ErrorRecord record, IEnumerable<ReadObservation> read)
    {
        var keys = record.Checks.Select(check => check.Slug).ToList();
        return [.. read
            .DistinctBy(item => (item.Check, item.Reading, item.Outcome, string.Join(' ', item.Candidates.Select(candidate => candidate.Outcome))))
            .OrderBy(item => keys.IndexOf(item.Check))
            .ThenBy(item => item.Outcome, StringComparer.Ordinal)
            .ThenBy(item => item.Reading)
            .ThenBy(item => string.Join(' ', item.Candidates.Select(candidate => candidate.Outcome)), StringComparer.Ordinal)];
    }

    /// <summary>The outcomes that only a person recognises; all, where each has a pattern and the output is something else again.</summary>
    private static IEnumerable<Outcome> WithoutPattern(Check check) =>
        check.Outcomes.Any(outcome => outcome.Match is null) ? check.Outcomes.Where(outcome => outcome.Match is null) : check.Outcomes;

    private static List<SeenOutcome> Candidates(Check check, IEnumerable<Outcome> outcomes) => Seen(outcomes.Select(outcome => new Step(check, outcome)));

    private static List<SeenOutcome> Seen(IEnumerable<Step> steps) => [.. steps.Select(step => step.Seen())];
}
