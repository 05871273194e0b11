using BenchmarkDotNet.Attributes;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Answers;

namespace Benchr.Benchmarks;

/// <summary>The same paste against catalogues of growing size.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private readonly string paste = Knowledge.Paste(16 * 1024);
    private DiagnosisEngine engine = null!;

    /// <summary>How many times the seed's size the catalogue is.</summary>
    [Params(1, 10, 100)]
    public int Factor { get; set; }

    [GlobalSetup]
    public void SetUp() => engine = new DiagnosisEngine(Knowledge.Times(Factor));

    [Benchmark(Description = "classify 16 KiB, growing catalogue")]
    public DiagnosisResult Classify() => engine.Diagnose(new Paste { Text = paste });
}
