using System.Globalization;

namespace Benchr.Evaluation;

/// <summary>Writes what was measured, for people.</summary>
internal static class Report
{
    private const int LongestText = 300;
    private const int MostEvidence = 6;

    public static void Write(TextWriter writer, Measures measures)
    {
        writer.WriteLine($"{measures.Overall.Pastes} pastes of known errors, {measures.Negatives} that show none");
        WriteTable(writer, "overall", [measures.Overall]);
        WriteTable(writer, "provider", measures.Providers);
        WriteTable(writer, "form", measures.Forms);
        WriteTable(writer, "category answered", measures.Categories);
        writer.WriteLine();
        writer.WriteLine($"outcomes: {string.Join(", ", measures.Outcomes.Select(pair => $"{pair.Key} {pair.Value}"))}");
        writer.WriteLine($"negatives wrongly diagnosed: {Percent(measures.NegativesDiagnosed)}");
        writer.WriteLine($"confident (>= {Measures.Confident.ToString(CultureInfo.InvariantCulture)}) and wrong: {Percent(measures.ConfidentAndWrong)}");
        writer.WriteLine($"expected calibration error: {Number(measures.ExpectedCalibrationError)}");
        writer.WriteLine();
        writer.WriteLine($"{"confidence",-12} {"answers",8} {"mean",7} {"right",7}");
        foreach (var bin in measures.Calibration.Where(bin => bin.Answers > 0))
        {
            writer.WriteLine($"{Number(bin.From, 1)} to {Number(bin.To, 1)}   {bin.Answers,8} {Number(bin.MeanConfidence),7} {Number(bin.Right),7}");
        }

        writer.WriteLine();
        writer.WriteLine($"{"answer from",-12} {"covers",8} {"right",7}");
        foreach (var point in measures.Coverage)
        {
            writer.WriteLine($"{Number(point.Confidence, 2),-12} {Percent(point.Coverage),8} {Percent(point.Accuracy),7}");
        }

        writer.WriteLine();
        writer.WriteLine($"time: median {Number(measures.MedianMicroseconds, 0)} us, p99 {Number(measures.Percentile99Microseconds, 0)} us");
    }

    /// <summary>The worst misses: surest first, then wrong causes.</summary>
    public static void WriteMisses(TextWriter writer, IReadOnlyCollection<Verdict> verdicts, int most)
    {
        foreach (var verdict in verdicts.Where(verdict => !verdict.Right).OrderByDescending(verdict => verdict.Confidence).Take(most))
        {
            writer.WriteLine();
            writer.WriteLine(
                $"{verdict.Paste.Id} is {Labels(verdict.Paste)}, said {verdict.Record ?? verdict.Outcome} {Number(verdict.Confidence)}; ranked {string.Join(", ", verdict.Ranked.Take(4))}");
            writer.WriteLine($"    {Line(verdict.Paste.Text, LongestText)}");
            foreach (var evidence in verdict.Evidence.Take(MostEvidence))
            {
                writer.WriteLine($"    {Number(evidence.Weight, 2),6} {evidence.Kind} '{Line(evidence.Text, 80)}'");
            }
        }

        foreach (var verdict in verdicts.Where(verdict => verdict.CauseCounts && !verdict.CauseRight).Take(most))
        {
            writer.WriteLine($"{verdict.Paste.Id} {verdict.Record}: cause is {verdict.Paste.Cause}, said {verdict.Cause ?? "none"}");
        }
    }

    private static void WriteTable(TextWriter writer, string title, IEnumerable<GroupMeasure> rows)
    {
        writer.WriteLine();
        writer.WriteLine($"{title,-20} {"n",5} {"provider",9} {"top-1",7} {"top-3",7} {"cause",7} {"of",5} {"unansw.",8} {"wrong",7}");
        foreach (var row in rows)
        {
            writer.WriteLine(
                $"{row.Name,-20} {row.Pastes,5} {Percent(row.ProviderRight),9} {Percent(row.RecordTop1),7} {Percent(row.RecordTop3),7} "
                + $"{Percent(row.CauseRight),7} {row.CausesLabelled,5} {Percent(row.Unanswered),8} {Percent(row.Wrong),7}");
        }
    }

    private static string Labels(LabelledPaste paste) =>
        paste.IsNegative ? "no error" : $"{string.Join(" or ", paste.Labels)}{(paste.Cause is null ? "" : $" ({paste.Cause})")}";

    private static string Line(string text, int longest) => text[..Math.Min(longest, text.Length)].ReplaceLineEndings(" ");

    private static string Percent(double? share) => share is { } value ? $"{Number(100 * value, 1)}%" : "-";

    private static string Number(double? number, int digits = 3) => number is { } value ? value.ToString($"F{digits}", CultureInfo.InvariantCulture) : "-";
}
