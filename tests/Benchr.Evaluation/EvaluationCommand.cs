using System.Text.Json;
using Benchr.Diagnosis;

namespace Benchr.Evaluation;

/// <summary>Diagnoses labelled pastes and reports how often the answer was right.</summary>
internal static class EvaluationCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs the evaluation.</summary>
    /// <returns>0 when it ran, whatever came out; 1 when it could not; 2 for a call that is off.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        EvaluationOptions options;
        try
        {
            options = EvaluationOptions.Parse(args);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            Console.Error.WriteLine($"{exception.Message}\n{EvaluationOptions.Usage}");
            return 2;
        }

        try
        {
            var pastes = options.Files
                .SelectMany(LabelledPaste.ReadFile)
                .Where(paste => options.Providers.Count == 0 || options.Providers.Contains(paste.Provider))
                .ToList();
            var verdicts = options.CrossValidate
                ? CrossValidation.Run(EngineDiagnoser.ReadCatalogue(options.Seed), pastes, Console.Error)
                : await JudgeAsync(options, pastes);
            Print(options, verdicts);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or JsonException or HttpRequestException or InvalidDataException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static async Task<List<Verdict>> JudgeAsync(EvaluationOptions options, List<LabelledPaste> pastes)
    {
        using var service = options.Url is { } address ? new ServiceDiagnoser(address) : null;
        var diagnoser = service ?? (IDiagnoser)new EngineDiagnoser(new DiagnosisEngine(EngineDiagnoser.ReadCatalogue(options.Seed)));

        // Once unmeasured, so that the times are those of compiled code.
        foreach (var paste in pastes.Take(100))
        {
            await diagnoser.JudgeAsync(paste);
        }

        var progress = new Progress(pastes.Count);
        var verdicts = new List<Verdict>();
        foreach (var paste in pastes)
        {
            verdicts.Add(await diagnoser.JudgeAsync(paste));
            progress.Step();
        }

        return verdicts;
    }

    private static void Print(EvaluationOptions options, List<Verdict> verdicts)
    {
        var measures = Measures.Of(verdicts);
        if (options.Json)
        {
            var misses = verdicts.Where(verdict => !verdict.Right).OrderByDescending(verdict => verdict.Confidence).Take(options.Misses)
                .Select(verdict => new { verdict.Paste.Id, verdict.Paste.Labels, verdict.Record, verdict.Confidence, verdict.Ranked, verdict.Evidence });
            Console.WriteLine(JsonSerializer.Serialize(new { measures, misses }, Json));
            return;
        }

        Report.Write(Console.Out, measures);
        Report.WriteMisses(Console.Out, verdicts, options.Misses);
    }
}
