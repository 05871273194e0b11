namespace Benchr.Evaluation;

/// <summary>Shares from 0 to 1 over a group of labelled pastes; null where nothing counts.</summary>
internal sealed record GroupMeasure(
    string Name, int Pastes, double? ProviderRight, double? RecordTop1, double? RecordTop3, int CausesLabelled, double? CauseRight, double? Unanswered, double? Wrong)
{
    public static GroupMeasure Of(string name, IReadOnlyCollection<Verdict> verdicts)
    {
        var withCause = verdicts.Where(verdict => verdict.CauseCounts).ToList();
        return new GroupMeasure(
            name,
            verdicts.Count,
            Share(verdicts, verdict => verdict.ProviderRight),
            Share(verdicts, verdict => verdict.RecordRight),
            Share(verdicts, verdict => verdict.InTopThree),
            withCause.Count,
            Share(withCause, verdict => verdict.CauseRight),
            Share(verdicts, verdict => verdict.Answer is null),
            Share(verdicts, verdict => verdict.Answer is not null && !verdict.RecordRight));
    }

    public static double? Share(IReadOnlyCollection<Verdict> verdicts, Func<Verdict, bool> test) =>
        verdicts.Count == 0 ? null : (double)verdicts.Count(test) / verdicts.Count;
}

/// <summary>The answers of one stretch of confidence: how sure they were, and how many of them were right.</summary>
internal sealed record CalibrationBin(double From, double To, int Answers, double? MeanConfidence, double? Right);

/// <summary>If only answers from this confidence on were given: how many pastes would be answered, and how many of the answers be right.</summary>
internal sealed record CoveragePoint(double Confidence, double Coverage, double? Accuracy);

/// <summary>Everything that an evaluation measures.</summary>
internal sealed record Measures
{
    public const double Confident = 0.8;
    private const int Bins = 10;

    private static readonly double[] CoverageSteps = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

    public required GroupMeasure Overall { get; init; }

    public required IReadOnlyList<GroupMeasure> Providers { get; init; }

    public required IReadOnlyList<GroupMeasure> Forms { get; init; }

    public required IReadOnlyList<GroupMeasure> Categories { get; init; }

    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    public required int Negatives { get; init; }

    public required double? NegativesDiagnosed { get; init; }

    public required double? ConfidentAndWrong { get; init; }

    public required double? ExpectedCalibrationError { get; init; }

    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }

    public required double MedianMicroseconds { get; init; }

    public required double Percentile99Microseconds { get; init; }

    public static Measures Of(IReadOnlyList<Verdict> verdicts)
    {
        var positives = verdicts.Where(verdict => !verdict.Paste.IsNegative).ToList();
        var negatives = verdicts.Where(verdict => verdict.Paste.IsNegative).ToList();
        var calibration = BinsOf(verdicts);
        var times = verdicts.Select(verdict => verdict.Time.TotalMicroseconds).Order().ToList();
        return new Measures
        {
            Overall = GroupMeasure.Of("all", positives),
            Providers = Groups(positives, verdict => verdict.Paste.Provider),
            Forms = Groups(positives, verdict => verdict.Paste.Form),
            Categories = Groups(positives.Where(verdict => verdict.Answer is not null), verdict => verdict.Category!),
            Outcomes = verdicts.GroupBy(verdict => verdict.Outcome).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count()),
            Negatives = negatives.Count,
            NegativesDiagnosed = GroupMeasure.Share(negatives, verdict => verdict.FalseAlarm),
            ConfidentAndWrong = GroupMeasure.Share(verdicts, verdict => verdict.Answer is not null && verdict.Confidence >= Confident && !verdict.Right),
            ExpectedCalibrationError = ErrorOf(calibration),
            Calibration = calibration,
            Coverage = [.. CoverageSteps.Select(step => CoverageFrom(step, positives))],
            MedianMicroseconds = times.Count == 0 ? 0 : times[times.Count / 2],
            Percentile99Microseconds = times.Count == 0 ? 0 : times[times.Count * 99 / 100],
        };
    }

    private static List<GroupMeasure> Groups(IEnumerable<Verdict> verdicts, Func<Verdict, string> key) =>
        [.. verdicts.GroupBy(key).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => GroupMeasure.Of(group.Key, [.. group]))];

    /// <summary>A negative that was diagnosed counts among the answers, and as a wrong one.</summary>
    private static List<CalibrationBin> BinsOf(IEnumerable<Verdict> verdicts)
    {
        var answered = verdicts.Where(verdict => verdict.Answer is not null).ToLookup(verdict => Math.Min(Bins - 1, (int)(verdict.Confidence * Bins)));
        return [.. Enumerable.Range(0, Bins).Select(bin => new CalibrationBin(
            (double)bin / Bins,
            (double)(bin + 1) / Bins,
            answered[bin].Count(),
            answered[bin].Any() ? answered[bin].Average(verdict => verdict.Confidence) : null,
            GroupMeasure.Share([.. answered[bin]], verdict => verdict.Right)))];
    }

    private static double? ErrorOf(IReadOnlyCollection<CalibrationBin> bins)
    {
        var answers = bins.Sum(bin => bin.Answers);
        return answers == 0 ? null : bins.Where(bin => bin.Answers > 0).Sum(bin => Math.Abs(bin.Right!.Value - bin.MeanConfidence!.Value) * bin.Answers / answers);
    }

    private static CoveragePoint CoverageFrom(double confidence, List<Verdict> positives)
    {
        var answered = positives.Where(verdict => verdict.Answer is not null && verdict.Confidence >= confidence).ToList();
        return new CoveragePoint(confidence, positives.Count == 0 ? 0 : (double)answered.Count / positives.Count, GroupMeasure.Share(answered, verdict => verdict.RecordRight));
    }
}
