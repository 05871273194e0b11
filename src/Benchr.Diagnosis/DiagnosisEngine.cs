using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Diagnosis;

/// <summary>
/// Tells what error a paste shows. Built once a catalogue snapshot; a pure function over it afterwards, safe for any
/// number of threads.
/// </summary>
public sealed class DiagnosisEngine
{
    /// <summary>Compiles a catalogue.</summary>
    /// <param name="catalogue">The knowledge to diagnose by.</param>
    public DiagnosisEngine(Catalogue catalogue) => Catalogue = catalogue;

    /// <summary>The knowledge that answers.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Diagnoses a paste.</summary>
    /// <param name="paste">The paste; at most <see cref="Paste.LongestText"/> code units.</param>
    /// <returns>The answer; never null, whatever the text.</returns>
    public DiagnosisResult Diagnose(Paste paste) => new()
    {
        Outcome = DiagnosisOutcome.Unrecognized,
        Diagnosis = null,
        Alternatives = [],
        StatusMeaning = paste.Status is { } status ? Catalogue.FindError($"http/{status}") : null,
        Reading = new() { Form = Readings.PasteForm.Prose, Status = paste.Status },
        Warnings = [],
    };
}
