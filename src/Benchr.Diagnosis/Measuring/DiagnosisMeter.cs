using System.Diagnostics;
using System.Diagnostics.Metrics;
using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Measuring;

/// <summary>
/// Counts diagnoses and times their stages, for whoever listens. What is told of a paste is the outcome and the provider
/// of the record that was found, words of the catalogue both: nothing that stood in the text.
/// </summary>
public static class DiagnosisMeter
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "Benchr.Diagnosis";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Diagnoses = Meter.CreateCounter<long>(
        "benchr.diagnoses", "{diagnosis}", "Pastes that were diagnosed, by outcome and by the provider of the record that was found.");

    private static readonly Histogram<double> Stages = Meter.CreateHistogram(
        "benchr.diagnosis.stage.duration",
        "s",
        "Time that a stage took for one paste.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1] });

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the measurement of one diagnosis.</summary>
    internal static Measurement Begin() => new(Source.StartActivity("diagnose"), Stages.Enabled ? Stopwatch.GetTimestamp() : 0);

    /// <summary>The measurement of one diagnosis.</summary>
    internal ref struct Measurement(Activity? activity, long since)
    {
        private long since = since;

        /// <summary>Ends a stage.</summary>
        public void Passed(string stage)
        {
            if (since == 0)
            {
                return;
            }

            var now = Stopwatch.GetTimestamp();
            Stages.Record(Stopwatch.GetElapsedTime(since, now).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
            since = now;
        }

        /// <summary>Ends the whole.</summary>
        public readonly void Ended(DiagnosisResult result)
        {
            var outcome = result.Outcome switch
            {
                DiagnosisOutcome.Diagnosed => "diagnosed",
                DiagnosisOutcome.Ambiguous => "ambiguous",
                _ => "unrecognized",
            };
            var provider = result.Diagnosis?.Error.Record.Provider ?? "none";
            Diagnoses.Add(1, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("provider", provider));
            activity?.SetTag("benchr.outcome", outcome).SetTag("benchr.provider", provider).Dispose();
        }
    }
}
