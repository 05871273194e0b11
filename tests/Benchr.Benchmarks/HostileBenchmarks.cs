using BenchmarkDotNet.Attributes;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Answers;

namespace Benchr.Benchmarks;

/// <summary>Texts made to hurt, at two lengths: twice the length may cost twice the time and no more.</summary>
[MemoryDiagnoser]
public class HostileBenchmarks
{
    private readonly DiagnosisEngine engine = new(Knowledge.Times(1));
    private string paste = "";

    public static IEnumerable<string> Units => ["[", "{\"error\":", "\\", "\\\"", "\"", "Incorrect API key provided", "sk-", "eyJ", "{a:", "1 "];

    [ParamsSource(nameof(Units))]
    public string Unit { get; set; } = "";

    [Params(64 * 1024, 128 * 1024, 256 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp() => paste = string.Concat(Enumerable.Repeat(Unit, (Length / Unit.Length) + 1))[..Length];

    [Benchmark(Description = "classify, hostile")]
    public DiagnosisResult Classify() => engine.Diagnose(new Paste { Text = paste });
}
