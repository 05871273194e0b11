using BenchmarkDotNet.Attributes;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Diagnosis.Weighing;

namespace Benchr.Benchmarks;

/// <summary>What each stage of a classification costs.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private string paste = "";
    private CompiledCatalogue compiled = null!;
    private Scrubber scrubber = null!;
    private ScrubbedText scrubbed = null!;
    private ReadPaste read = null!;
    private FoldedText folded = null!;
    private List<TemplateMatch> matches = [];

    [Params(1024, 16 * 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var catalogue = Knowledge.Times(1);
        paste = Knowledge.Paste(Length);
        compiled = new CompiledCatalogue(catalogue);
        scrubber = new Scrubber(catalogue);
        scrubbed = scrubber.Scrub(paste);
        read = PasteReader.Read(scrubbed, new Paste { Text = paste });
        folded = FoldedText.Of(paste);
        matches = compiled.Matcher.Find(folded, paste);
    }

    [Benchmark(Description = "scrub")]
    public object Scrub() => scrubber.Scrub(paste);

    [Benchmark(Description = "read")]
    public int Read()
    {
        var result = PasteReader.Read(scrubbed, new Paste { Text = paste });
        using var text = result.Folded;
        return result.Words.Count;
    }

    [Benchmark(Description = "fold")]
    public int Fold()
    {
        using var text = FoldedText.Of(paste);
        return text.Length;
    }

    [Benchmark(Description = "match")]
    public object Match() => compiled.Matcher.Find(folded, paste);

    [Benchmark(Description = "weigh")]
    public int Weigh()
    {
        using var scoreboard = Weigher.Weigh(compiled, read, matches, null);
        return scoreboard.Records.Count;
    }
}
