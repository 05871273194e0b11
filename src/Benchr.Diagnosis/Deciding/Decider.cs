using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Weighing;
using Benchr.Knowledge.Records;

namespace Benchr.Diagnosis.Deciding;

/// <summary>Turns weights into an answer, or into the admission that there is none.</summary>
internal sealed class Decider(CompiledCatalogue compiled, Calibration calibration)
{
    private const int MostAlternatives = 5;
    private const int MostEvidence = 12;
    private const double LeastAlternative = 0.01;

    /// <summary>Decides.</summary>
    public (DiagnosisOutcome Outcome, Diagnosed? Diagnosis, IReadOnlyList<Candidate> Alternatives) Decide(Scoreboard scoreboard, ReadPaste read)
    {
        var ranked = Rank(scoreboard);
        if (ranked.Count == 0)
        {
            return (DiagnosisOutcome.Unrecognized, null, []);
        }

        var top = Math.Max(ranked[0].Weight, calibration.Nothing);
        double Odds(double weight) => Math.Exp((weight - top) / calibration.Temperature);
        var total = Odds(calibration.Nothing)
            + ranked.Where((candidate, index) => index == 0 || StandsAlone(candidate.Score)).Sum(candidate => Odds(candidate.Weight))
            + ranked.Where((candidate, index) => index > 0 && !StandsAlone(candidate.Score)).Select(candidate => Odds(candidate.Weight)).DefaultIfEmpty(0).Max();
        var candidates = ranked.Take(MostAlternatives + 1)
            .Select(candidate => (candidate.Score, Confidence: Odds(candidate.Weight) / total))
            .ToList();

        // Rivals that count as one share what is left, so that all together stay below certainty.
        var rivals = candidates.Skip(1).Sum(candidate => candidate.Confidence);
        var share = rivals > 0 ? Math.Min(1, (1 - candidates[0].Confidence) / rivals) : 1;
        candidates = [candidates[0], .. candidates.Skip(1).Select(candidate => (candidate.Score, candidate.Confidence * share))];

        var outcome = candidates[0].Confidence >= Weights.Diagnosed ? DiagnosisOutcome.Diagnosed
            : ranked[0].Weight >= calibration.Nothing ? DiagnosisOutcome.Ambiguous
            : DiagnosisOutcome.Unrecognized;
        if (outcome == DiagnosisOutcome.Unrecognized)
        {
            return (outcome, null, [.. candidates.Take(MostAlternatives).Select(ToCandidate)]);
        }

        var alternatives = candidates.Skip(1).Where(candidate => candidate.Confidence >= LeastAlternative).Select(ToCandidate);
        return (outcome, ToDiagnosed(candidates[0].Score, candidates[0].Confidence, read), [.. alternatives]);
    }

    /// <summary>
    /// Whether more speaks for a record than what dozens share, such as a status, a type or its provider. Those for which nothing else
    /// speaks count as one rival together, however many there are: else an error would be less certain the better its provider is known.
    /// </summary>
    private static bool StandsAlone(CandidateScore score) => score.OwnWeight >= Weights.OfItsOwn;

    /// <summary>
    /// The candidates by weight. One whose leading cause yields comes behind the best that does not, if that one could stand
    /// without it: a wrapper's name and words come on top of the error that it wraps.
    /// </summary>
    private List<(CandidateScore Score, double Weight)> Rank(Scoreboard scoreboard)
    {
        var candidates = scoreboard.Records.Where(score => !compiled.IsStatusRecord[score.Index]).ToList();
        var best = candidates.Where(score => !Yields(score)).Select(score => score.Weight).DefaultIfEmpty(double.NegativeInfinity).Max();
        var limit = best >= calibration.Nothing - Weights.YieldedTo ? best - Weights.Yielding : double.PositiveInfinity;
        return
        [
            .. candidates
                .Select(score => (Score: score, Weight: Yields(score) ? Math.Min(score.Weight, limit) : score.Weight))
                .OrderByDescending(candidate => candidate.Weight)
                .ThenBy(candidate => candidate.Score.Index),
        ];
    }

    private bool Yields(CandidateScore score) => CauseOf(score, compiled.Catalogue.Errors[score.Index].Record) is { Yields: true };

    private Candidate ToCandidate((CandidateScore Score, double Confidence) candidate)
    {
        var error = compiled.Catalogue.Errors[candidate.Score.Index];
        return new Candidate(error, CauseOf(candidate.Score, error.Record), Round(candidate.Confidence));
    }

    private Diagnosed ToDiagnosed(CandidateScore score, double confidence, ReadPaste read)
    {
        var error = compiled.Catalogue.Errors[score.Index];
        var cause = CauseOf(score, error.Record);
        return new Diagnosed
        {
            Error = error,
            Cause = cause,
            Confidence = Round(confidence),
            Retry = cause?.Retry ?? error.Record.Retry,
            RetryAfterSeconds = PasteReader.RetryAfter(read),
            Evidence = [.. score.Signs.OrderByDescending(sign => sign.Weight).Take(MostEvidence).Select(sign => sign.In(read.Text))],
        };
    }

    /// <summary>The cause that leads; none when two lead together, for then the paste does not tell.</summary>
    private static Cause? CauseOf(CandidateScore score, ErrorRecord record)
    {
        var ranked = score.Causes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(2).ToList();
        return ranked switch
        {
            [] => record.Causes.Count == 1 ? record.Causes[0] : null,
            [var only] => record.Causes[only.Key],
            [var first, var second] => first.Value - second.Value >= Weights.CauseLead ? record.Causes[first.Key] : null,
            _ => null,
        };
    }

    private static double Round(double confidence) => Math.Round(confidence, 3);
}
