using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

/// <summary>
/// Fuzzing: the examples of all records, mutated by what happens to texts and by what attackers do to them. The length of the run is
/// the environment's <c>BENCHR_FUZZ_SECONDS</c>, 2 when it is not set; the seed of a failing run is in its message.
/// </summary>
public sealed class MutatedTextTests(ITestOutputHelper output)
{
    private const int LongestMutant = 24 * 1024;
    private const double Rounding = 1e-9;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", "\"", "'", "\\", "\\\"", "\\\\\\\"", "{\"error\":", "{'error': {'message': ", "\0", "\ud800", "\u202e", "\u001b[31m", "&quot;", "%22", "<Code>", "</Code>", "<html>",
        "sk-", "AKIA", "Bearer ", "-----BEGIN PRIVATE KEY-----", "eyJ", "HTTP/1.1 429 ", "retry-after: ", "data: ", "event: error\n", "rpc error: code = ", "StatusCode.", " desc = ",
        "\r\n", "> ", "…", "401", "18446744073709551616", "NaN", "-1", "1e999", "try again in ", "限", "𝟒𝟎𝟏", "\u200b",
    ];

    [Fact]
    public void A_mutated_paste_gets_a_sound_answer()
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable("BENCHR_FUZZ_SECONDS") ?? "2", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] corpus = [.. Seed.Catalogue.Errors.SelectMany(error => error.Record.Examples).Select(example => example.Text)];
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
        {
            var text = Mutate(corpus, random);
            try
            {
                AssertSound(text, Seed.Engine.Diagnose(new Paste { Text = text }));
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, mutant {count}: {exception}\n{JsonSerializer.Serialize(text)}");
            }
        }

        output.WriteLine($"{count} mutants in {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(count > 0);
    }

    private static void AssertSound(string text, DiagnosisResult result)
    {
        Assert.Equal(result.Outcome == DiagnosisOutcome.Unrecognized, result.Diagnosis is null);
        double[] confidences = [.. result.Alternatives.Select(alternative => alternative.Confidence), .. result.Diagnosis is { } said ? new[] { said.Confidence } : []];
        Assert.All(confidences, confidence => Assert.InRange(confidence, 0, 1));
        Assert.True(result.Diagnosis is null || confidences.Sum() <= 1 + (confidences.Length * 0.0005) + Rounding);
        foreach (var evidence in result.Diagnosis?.Evidence ?? [])
        {
            // What was told or concluded stands nowhere in the text.
            if (evidence.Start != -1)
            {
                Assert.InRange(evidence.Start, 0, text.Length);
                Assert.InRange(evidence.End, evidence.Start, text.Length);
            }
        }

        if (result.Reading.Status is { } status)
        {
            Assert.InRange(status, 100, 599);
        }

        Assert.True(result.Reading.RetryAfterSeconds is null or (>= 0 and < double.MaxValue));
    }

    private static string Mutate(string[] corpus, Random random)
    {
        var text = corpus[random.Next(corpus.Length)];
        for (var steps = random.Next(1, 7); steps > 0; steps--)
        {
            text = Step(text, corpus, random);
            text = text.Length > LongestMutant ? text[..LongestMutant] : text;
        }

        return text;
    }

    private static string Step(string text, string[] corpus, Random random)
    {
        var from = random.Next(text.Length + 1);
        var to = random.Next(from, Math.Min(text.Length, from + 200) + 1);
        var token = Tokens[random.Next(Tokens.Length)];
        return random.Next(10) switch
        {
            0 => text.Insert(from, token),
            1 => text.Insert(from, string.Concat(Enumerable.Repeat(token, random.Next(1, 400)))),
            2 => text.Remove(from, to - from),
            3 => text[..from],
            4 => text[from..],
            5 => text.Insert(from, text[from..to]),
            6 => text[..from] + corpus[random.Next(corpus.Length)] + text[to..],
            7 => JsonSerializer.Serialize(new { raw = text }),
            8 => $"{{'error': {{'message': '{text}'}}}}",
            _ => string.Concat(text.AsSpan(0, from), ((char)random.Next(0x10000)).ToString(), text.AsSpan(Math.Min(from + 1, text.Length))),
        };
    }
}
