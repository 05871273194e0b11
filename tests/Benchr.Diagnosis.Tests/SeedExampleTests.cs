using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

/// <summary>What the records promise about themselves.</summary>
public sealed class SeedExampleTests
{
    public static TheoryData<string, int> Examples() =>
        Rows(Seed.Catalogue.Errors.SelectMany(error => Enumerable.Range(0, error.Record.Examples.Count).Select(index => (error.Record.Id(), index))));

    public static TheoryData<string, int> NearMisses() =>
        Rows(Seed.Catalogue.Errors.SelectMany(error => Enumerable.Range(0, error.Record.NearMisses.Count).Select(index => (error.Record.Id(), index))));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_diagnosed_as_its_record_and_cause(string id, int index)
    {
        var example = Seed.Catalogue.FindError(id)!.Record.Examples[index];

        var result = Seed.Engine.Diagnose(new Paste { Text = example.Text });

        Assert.True(
            result.Outcome == DiagnosisOutcome.Diagnosed && result.Diagnosis!.Error.Record.Id() == id,
            $"example {index} of {id} came out {result.Outcome} {Describe(result)}:\n{example.Text}");
        if (example.Cause is not null)
        {
            Assert.True(
                result.Diagnosis.Cause?.Slug == example.Cause,
                $"example {index} of {id}: cause '{result.Diagnosis.Cause?.Slug}' instead of '{example.Cause}'. {Describe(result)}:\n{example.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void No_near_miss_is_diagnosed_as_the_record_it_resembles(string id, int index)
    {
        var miss = Seed.Catalogue.FindError(id)!.Record.NearMisses[index];

        var result = Seed.Engine.Diagnose(new Paste { Text = miss.Text });

        Assert.False(
            result.Outcome == DiagnosisOutcome.Diagnosed && result.Diagnosis!.Error.Record.Id() == id,
            $"near miss {index} of {id} was taken for it. {Describe(result)}:\n{miss.Text}");
    }

    private static TheoryData<string, int> Rows(IEnumerable<(string Id, int Index)> rows)
    {
        var data = new TheoryData<string, int>();
        foreach (var (id, index) in rows)
        {
            data.Add(id, index);
        }

        return data;
    }

    private static string Describe(DiagnosisResult result)
    {
        var ranked = (result.Diagnosis is { } diagnosis ? [$"{diagnosis.Error.Record.Id()} {diagnosis.Confidence}"] : Array.Empty<string>())
            .Concat(result.Alternatives.Select(candidate => $"{candidate.Error.Record.Id()} {candidate.Confidence}"));
        var evidence = result.Diagnosis?.Evidence.Select(item => $"\n  {item.Kind} {item.Weight} '{item.Text}'") ?? [];
        return string.Join(", ", ranked) + string.Concat(evidence);
    }
}
