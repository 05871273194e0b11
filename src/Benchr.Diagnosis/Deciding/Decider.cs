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
        var total = Odds(calibration.Nothing);
        var together = 0.0;
        foreach (var (index, candidate) in ranked.Index())
        {
            if (index == 0 || StandsAlone(candidate.Score))
            {
                total += Odds(candidate.Weight);
            }
            else
            {
                together = Math.Max(together, Odds(candidate.Weight));
            }
        }

        total += together;
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
        var ranked = new List<(CandidateScore Score, double Weight)>(scoreboard.Records.Count);
        var yielding = new List<CandidateScore>();
        var best = double.NegativeInfinity;
        foreach (var score in scoreboard.Records)
        {
            if (compiled.IsStatusRecord[score.Index])
            {
                continue;
            }

            if (compiled.MayYield[score.Index] && CauseOf(score, compiled.Catalogue.Errors[score.Index].Record) is { Yields: true })
            {
                yielding.Add(score);
                continue;
            }

            ranked.Add((score, score.Weight));
            best = Math.Max(best, score.Weight);
        }

        var limit = best >= calibration.Nothing - Weights.YieldedTo ? best - Weights.Yielding : double.PositiveInfinity;
        foreach (var score in yielding)
        {
            ranked.Add((score, Math.Min(score.Weight, limit)));
        }

        ranked.Sort(static (left, right) => right.Weight.CompareTo(left.Weight) is not 0 and var order ? order : left.Score.Index.CompareTo(right.Score.Index));
        return ranked;
    }

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
        if (score.Causes.Count == 0)
        {
            return record.Causes.Count == 1 ? record.Causes[0] : null;
        }

        var (first, most, second) = (-1, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (cause, weight) in score.Causes)
        {
            if (weight > most)
            {
                (first, most, second) = (cause, weight, most);
            }
            else
            {
                second = Math.Max(second, weight);
            }
        }

        return most - second >= Weights.CauseLead ? record.Causes[first] : null;
    }

    private static double Round(double confidence) => Math.Round(confidence, 3);
}
