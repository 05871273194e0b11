using Benchr.Diagnosis;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Evaluation;

/// <summary>
/// Fits the two numbers of the calibration on the pastes of some repositories and measures on those of the others, so that
/// no figure is measured on what it was fitted to.
/// </summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    private static readonly double[] Temperatures = [0.8, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0];
    private static readonly double[] Nothings = [3.4, 3.8, 4.2, 4.6, 5.0, 5.4];

    /// <summary>The verdicts on every paste, each by a calibration that was fitted without its repository.</summary>
    public static List<Verdict> Run(Catalogue catalogue, IReadOnlyList<LabelledPaste> pastes, TextWriter log)
    {
        var fits = new List<(Calibration Calibration, Dictionary<string, Verdict> Verdicts)>();
        foreach (var temperature in Temperatures)
        {
            foreach (var nothing in Nothings)
            {
                var calibration = new Calibration { Temperature = temperature, Nothing = nothing };
                var diagnoser = new EngineDiagnoser(new DiagnosisEngine(catalogue, calibration));
                fits.Add((calibration, pastes.ToDictionary(paste => paste.Id, diagnoser.Judge)));
            }
        }

        var verdicts = new List<Verdict>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = pastes.Where(paste => FoldOf(paste) == fold).ToList();
            var rest = pastes.Where(paste => FoldOf(paste) != fold).ToList();
            var best = fits.MinBy(fit => rest.Average(paste => Loss(fit.Verdicts[paste.Id])));
            log.WriteLine($"fold {fold}: {held.Count} held out; fitted temperature {best.Calibration.Temperature}, nothing {best.Calibration.Nothing}");
            verdicts.AddRange(held.Select(paste => best.Verdicts[paste.Id]));
        }

        var all = fits.MinBy(fit => pastes.Average(paste => Loss(fit.Verdicts[paste.Id])));
        log.WriteLine($"on all: temperature {all.Calibration.Temperature}, nothing {all.Calibration.Nothing}");
        return verdicts;
    }

    /// <summary>Negative log-likelihood of the answer being right or wrong; a paste left unanswered costs what a coin toss does.</summary>
    private static double Loss(Verdict verdict)
    {
        if (verdict.Answer is null)
        {
            return verdict.Paste.IsNegative ? 0 : Math.Log(2);
        }

        var confidence = Math.Clamp(verdict.Confidence, 0.01, 0.995);
        return -Math.Log(verdict.Right ? confidence : 1 - confidence);
    }

    /// <summary>Pastes from one repository stay together: the same people paste the same errors.</summary>
    private static int FoldOf(LabelledPaste paste)
    {
        var parts = (paste.Source ?? paste.Id).Split('/');
        var repository = parts.Length > 4 ? $"{parts[2]}/{parts[3]}/{parts[4]}" : paste.Source ?? paste.Id;
        var hash = 0u;
        foreach (var letter in repository)
        {
            hash = (hash * 31) + letter;
        }

        return (int)(hash % Folds);
    }
}
