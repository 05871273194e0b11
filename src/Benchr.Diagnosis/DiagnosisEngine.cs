using System.Globalization;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Deciding;
using Benchr.Diagnosis.Measuring;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Diagnosis.Weighing;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Diagnosis;

/// <summary>
/// Tells what error a paste shows: scrub, read, match, weigh, decide. Built once a catalogue snapshot; a pure function over
/// it afterwards, safe for any number of threads.
/// </summary>
public sealed class DiagnosisEngine
{
    private readonly CompiledCatalogue compiled;
    private readonly Scrubber scrubber;
    private readonly Decider decider;
    private readonly TimeProvider time;

    /// <summary>Compiles a catalogue.</summary>
    /// <param name="catalogue">The knowledge to diagnose by.</param>
    /// <param name="calibration">How sure to be; what the evaluation fitted when left out.</param>
    /// <param name="time">The clock by which models are retired; the system's when left out.</param>
    public DiagnosisEngine(Catalogue catalogue, Calibration? calibration = null, TimeProvider? time = null)
    {
        Catalogue = catalogue;
        this.time = time ?? TimeProvider.System;
        compiled = new CompiledCatalogue(catalogue);
        scrubber = new Scrubber(catalogue);
        decider = new Decider(compiled, calibration ?? new Calibration());
    }

    /// <summary>The knowledge that answers.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Whether a text holds what looks like a credential.</summary>
    public bool HoldsSecret(string text) => scrubber.Scrub(text).Warnings.Count > 0;

    /// <summary>Diagnoses a paste.</summary>
    /// <param name="paste">The paste; at most <see cref="Paste.LongestText"/> code units.</param>
    /// <returns>The answer; never null, whatever the text.</returns>
    /// <exception cref="ArgumentException">The text is longer than that.</exception>
    public DiagnosisResult Diagnose(Paste paste)
    {
        if (paste.Text.Length > Paste.LongestText)
        {
            throw new ArgumentException($"The text is longer than {Paste.LongestText} code units.", nameof(paste));
        }

        var measurement = DiagnosisMeter.Begin();
        var scrubbed = scrubber.Scrub(paste.Text);
        measurement.Passed("scrub");
        var read = PasteReader.Read(scrubbed, paste);
        using var folded = read.Folded;
        measurement.Passed("read");
        var matches = compiled.Matcher.Find(read.Folded, read.Text);
        measurement.Passed("match");
        read.Facts.InsertRange(0, CaptureReader.Read(read.Text, read.Folded, matches, compiled.Matcher.Templates));
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        read = read with { Model = ModelReader.NameIn(read, Catalogue), Today = today };
        using var scoreboard = Weigher.Weigh(compiled, read, matches, paste.Provider);
        measurement.Passed("weigh");
        var (outcome, diagnosis, alternatives) = decider.Decide(scoreboard, read);
        var statusMeaning = StatusMeaning(read);
        if (statusMeaning is not null && diagnosis is not { Confidence: >= BareStatus.Confidence } && BareStatus.IsAll(read))
        {
            (outcome, diagnosis, alternatives) = (DiagnosisOutcome.Diagnosed, BareStatus.Diagnose(statusMeaning, read), []);
        }

        var result = new DiagnosisResult
        {
            Outcome = outcome,
            Diagnosis = diagnosis,
            Alternatives = alternatives,
            StatusMeaning = outcome == DiagnosisOutcome.Unrecognized ? statusMeaning : null,
            Reading = PasteReader.Summarise(read, Layers.Of(compiled, scoreboard, diagnosis)),
            Model = ModelReader.Find(Catalogue, read.Model, diagnosis?.Error.Record.Provider) is { } model
                ? new ModelLifecycle(model, model.Model.StatusOn(today))
                : null,
            Warnings = scrubbed.Warnings,
            MaskedText = scrubbed.Text,
        };
        measurement.Passed("decide");
        measurement.Ended(result);
        return result;
    }

    private CataloguedError? StatusMeaning(ReadPaste read) =>
        read.Status is { } status
            ? compiled.StatusRecords.GetValueOrDefault(status.Value.ToString(CultureInfo.InvariantCulture))
            : null;
}
