using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

/// <summary>Adding a provider or an error is editing YAML; the engine learns it from there and from nowhere else.</summary>
public sealed class KnowledgeIsDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchr-seed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_provider_that_only_a_new_file_knows_is_diagnosed()
    {
        const string Text = """{"fault":{"text":"The llama is out of hay until 14:00","kind":"hay_exhausted"}}""";
        Assert.Equal(DiagnosisOutcome.Unrecognized, Seed.Engine.Diagnose(new Paste { Text = Text }).Outcome);
        WriteLlamaFarm("""
              - slug: eaten
                title: All eaten
                explanation: They were hungry.
                fix: Buy hay.
                signatures: ["The llama is out of hay until {time}"]
            """);

        var diagnosis = new DiagnosisEngine(Seed.Read(folder)).Diagnose(new Paste { Text = Text }).Diagnosis!;

        Assert.Equal(("llamafarm/hay_exhausted", "eaten"), (diagnosis.Error.Record.Id(), diagnosis.Cause!.Slug));
    }

    [Fact]
    public void A_message_that_two_causes_have_alike_does_not_tell_which_of_them_it_is()
    {
        WriteLlamaFarm("""
              - slug: eaten
                title: All eaten
                explanation: They were hungry.
                fix: Buy hay.
                signatures: ["The llama is out of hay until {time}", "The llama is out of hay until {time} since it ate all"]
              - slug: burnt
                title: All burnt
                explanation: There was a fire.
                fix: Buy hay and a hose.
                signatures: ["The llama is out of hay until {time}"]
            """);
        var engine = new DiagnosisEngine(Seed.Read(folder));

        Assert.Null(engine.Diagnose(new Paste { Text = "The llama is out of hay until noon" }).Diagnosis!.Cause);
        Assert.Equal("eaten", engine.Diagnose(new Paste { Text = "The llama is out of hay until noon since it ate all" }).Diagnosis!.Cause!.Slug);
    }

    [Fact]
    public void No_source_file_of_the_engine_names_a_provider()
    {
        var providers = Seed.Catalogue.Providers.Select(provider => provider.Id).Except(["http", "network", "benchr"]).ToList();
        var sources = Directory.EnumerateFiles(Path.Combine(Seed.RepositoryRoot(), "src", "Benchr.Diagnosis"), "*.cs", SearchOption.AllDirectories);

        var guilty = sources
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Where(line => providers.Exists(provider => line.Contains($"\"{provider}", StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(guilty);
    }

    /// <summary>A provider with one record.</summary>
    /// <param name="causes">The record's causes, as a list of YAML.</param>
    private void WriteLlamaFarm(string causes)
    {
        Write("providers/llamafarm.yaml", """
            id: llamafarm
            name: Llama Farm
            kind: api
            summary: Serves llamas.
            envelope: A fault object.
            """);
        Write("errors/llamafarm/hay_exhausted.yaml", $$"""
            provider: llamafarm
            code: hay_exhausted
            title: Out of hay
            summary: The llamas have eaten everything.
            depth: brief
            category: quota
            severity: low
            retry: { advice: backoff }
            meaning: There is no hay.
            causes:
            {{causes.ReplaceLineEndings("\n")}}
            fix: Buy hay.
            faq:
              - { question: "Why?", answer: Hunger. }
              - { question: "When?", answer: Later. }
            sources: [{ title: Hay, url: "https://example.org/hay", verified: 2026-01-01 }]
            changelog: [{ date: 2026-01-01, note: First. }]
            examples: [{ text: The llama is out of hay until noon }]
            """);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
