using Benchr.Diagnosis;
using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Commands;

/// <summary>Diagnoses what a record says about itself: its examples and its near misses.</summary>
internal static class ExampleCheck
{
    /// <summary>Prints a line for each and what decided where it came out otherwise.</summary>
    /// <returns>Whether all came out as the record says.</returns>
    public static bool Run(DiagnosisEngine engine, ErrorRecord record, TextWriter output)
    {
        var wrong = 0;
        foreach (var (index, example) in record.Examples.Index())
        {
            var result = engine.Diagnose(new Paste { Text = example.Text });
            var right = Is(result, record) && (example.Cause is null || result.Diagnosis!.Cause?.Slug == example.Cause);
            wrong += right ? 0 : 1;
            Print(output, $"example {index}", right, example.Cause ?? "any cause", result);
        }

        foreach (var (index, miss) in record.NearMisses.Index())
        {
            var result = engine.Diagnose(new Paste { Text = miss.Text });
            wrong += Is(result, record) ? 1 : 0;
            Print(output, $"near miss {index}", !Is(result, record), "not this record", result);
        }

        output.WriteLine($"{record.Id()}: {record.Examples.Count} examples, {record.NearMisses.Count} near misses, {wrong} wrong");
        return wrong == 0;
    }

    private static bool Is(DiagnosisResult result, ErrorRecord record) =>
        result.Outcome == DiagnosisOutcome.Diagnosed && result.Diagnosis!.Error.Record.Id() == record.Id();

    private static void Print(TextWriter output, string what, bool right, string expected, DiagnosisResult result)
    {
        var diagnosis = result.Diagnosis;
        output.WriteLine(
            $"{(right ? "ok   " : "WRONG")} {what} ({expected}): {result.Outcome} {diagnosis?.Error.Record.Id()} {diagnosis?.Cause?.Slug} {diagnosis?.Confidence}");
        if (right)
        {
            return;
        }

        foreach (var evidence in diagnosis?.Evidence ?? [])
        {
            output.WriteLine($"        {evidence.Weight,6:0.00} {evidence.Kind} '{evidence.Text}'");
        }

        foreach (var candidate in result.Alternatives)
        {
            output.WriteLine($"        or {candidate.Error.Record.Id()} {candidate.Cause?.Slug} {candidate.Confidence}");
        }
    }
}
