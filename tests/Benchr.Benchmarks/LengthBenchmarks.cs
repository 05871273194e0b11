using System.Buffers;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Weighing;

namespace Benchr.Benchmarks;

/// <summary>A whole classification, and its match stage, against what others do with the same text and the same messages.</summary>
[MemoryDiagnoser]
public class LengthBenchmarks
{
    private string paste = "";
    private DiagnosisEngine engine = null!;
    private CompiledCatalogue compiled = null!;
    private SearchValues<string> literals = null!;
    private Regex[] patterns = [];
    private Hyperscan? hyperscan;

    /// <summary>Length of the paste, in characters.</summary>
    [Params(300, 1024, 16 * 1024, 256 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var catalogue = Knowledge.Times(1);
        paste = Knowledge.Paste(Length);
        engine = new DiagnosisEngine(catalogue);
        compiled = new CompiledCatalogue(catalogue);
        literals = SearchValues.Create(Knowledge.Literals(catalogue), StringComparison.OrdinalIgnoreCase);
        patterns = [.. Knowledge.Patterns(catalogue).Select(pattern => new Regex(pattern, RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];
        hyperscan = Hyperscan.TryCreate(Knowledge.Literals(catalogue));
        if (hyperscan is null)
        {
            Console.WriteLine("// Hyperscan is not on this machine (Debian's libhyperscan5); its rows say nothing.");
        }
    }

    [GlobalCleanup]
    public void CleanUp() => hyperscan?.Dispose();

    [Benchmark(Description = "classify")]
    public DiagnosisResult Classify() => engine.Diagnose(new Paste { Text = paste });

    [Benchmark(Description = "match stage (fold and match)")]
    public int Match()
    {
        using var folded = FoldedText.Of(paste);
        return compiled.Matcher.Find(folded, paste).Count;
    }

    [Benchmark(Description = "one SearchValues pass", Baseline = true)]
    public int SearchValuesPass()
    {
        var found = 0;
        var rest = paste.AsSpan();
        for (var at = rest.IndexOfAny(literals); at >= 0; at = rest.IndexOfAny(literals))
        {
            found++;
            rest = rest[(at + 1)..];
        }

        return found;
    }

    [Benchmark(Description = "a loop of compiled Regex")]
    public int RegexLoop()
    {
        var found = 0;
        foreach (var pattern in patterns)
        {
            found += pattern.IsMatch(paste) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(Description = "Hyperscan, same literals")]
    public int HyperscanPass() => hyperscan?.Count(paste) ?? 0;
}
