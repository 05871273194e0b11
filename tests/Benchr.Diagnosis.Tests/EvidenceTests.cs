using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

public sealed class EvidenceTests
{
    [Fact]
    public void Spans_of_evidence_point_into_the_paste_as_it_was_sent()
    {
        var pastes = Seed.Catalogue.Errors.SelectMany(error => error.Record.Examples.Select(example => "log: \u001b[31m" + example.Text));
        foreach (var text in pastes)
        {
            foreach (var evidence in Seed.Engine.Diagnose(new Paste { Text = text }).Diagnosis?.Evidence.Where(item => item.Start >= 0) ?? [])
            {
                Assert.InRange(evidence.Start, 0, text.Length);
                Assert.InRange(evidence.End, evidence.Start, text.Length);
                Assert.True(IsMaskOf(evidence.Text, text[evidence.Start..]), evidence.Text);
            }
        }
    }

    [Fact]
    public void The_message_is_evidence_with_the_words_that_decided()
    {
        const string Text = "boom\nopenai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-ab***yz. You can find your API key', 'code': 'invalid_api_key'}}";

        var diagnosis = Seed.Engine.Diagnose(new Paste { Text = Text }).Diagnosis!;

        var message = diagnosis.Evidence.First(item => item.Kind == EvidenceKind.Message);
        Assert.Equal(Text.IndexOf("Incorrect API key provided", StringComparison.Ordinal), message.Start);
        Assert.Contains(diagnosis.Evidence, item => item is { Kind: EvidenceKind.Code, Text: "invalid_api_key" });
        Assert.Contains(diagnosis.Evidence, item => item is { Kind: EvidenceKind.Status, Text: "401" });
    }

    [Fact]
    public void What_the_user_tells_beside_the_paste_is_evidence_without_a_span()
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = "invalid_api_key", Provider = "openai", Status = 401 });

        Assert.Contains(result.Diagnosis!.Evidence, item => item is { Kind: EvidenceKind.Hint, Start: -1, End: -1 });
        Assert.Contains(result.Diagnosis.Evidence, item => item is { Kind: EvidenceKind.Status, Start: -1 });
        Assert.Equal(401, result.Reading.Status);
    }

    /// <summary>Whether a text begins as another does, but for stars where a secret stood.</summary>
    private static bool IsMaskOf(string masked, string text) =>
        masked.Length <= text.Length && masked.Zip(text).All(pair => pair.First == pair.Second || pair.First == '*');
}
