using System.Text.Json;
using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Records;
using CsCheck;

namespace Benchr.Diagnosis.Tests;

/// <summary>Observations in, the causes that they leave and the next check out.</summary>
public sealed class GuidedDiagnosisTests
{
    private static readonly ErrorRecord[] Records = [.. Seed.Catalogue.Errors.Select(error => error.Record).Where(record => record.Checks.Count > 0)];

    private static readonly string[] Outputs =
    [
        "", "200", "401\n", "404", "len=0 head= tail=", "len=53 head=\"sk- tail=Qd\"", "none", "status=429\r\nretry-after: 7200", "HTTP/2 403", "\u001b[32m200\u001b[0m", "Incorrect API key provided: sk-proj-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7X",
    ];

    private static readonly Gen<(ErrorRecord Record, Observation[] Observations)> Cases =
        Pick.From(Records).SelectMany(record => ObservationOf(record).Array[0, 8].Select(observations => (record, observations)));

    private static ErrorRecord InvalidApiKey => Seed.Catalogue.FindError("openai/invalid_api_key")!.Record;

    [Fact]
    public void The_order_of_the_observations_makes_no_difference() =>
        Gen.Select(Cases, Gen.Int).Sample(
            (drawn, seed) =>
            {
                var shuffled = drawn.Observations.ToArray();
                new Random(seed).Shuffle(shuffled);
                return Written(drawn.Record, drawn.Observations) == Written(drawn.Record, shuffled);
            },
            iter: 3000);

    [Fact]
    public void What_is_told_twice_counts_once() =>
        Cases.Sample(drawn => Written(drawn.Record, drawn.Observations) == Written(drawn.Record, [.. drawn.Observations, .. drawn.Observations]), iter: 1000);

    [Fact]
    public void To_begin_every_cause_is_possible_in_the_order_of_the_record()
    {
        var result = GuidedWalk.Guide(InvalidApiKey);

        Assert.Equal(InvalidApiKey.Causes.Select(cause => cause.Slug), result.Possible.Select(cause => cause.Slug));
        Assert.Equal(("env-value", false), (result.Next?.Slug, result.IsConcluded));
        Assert.Empty(result.RuledOut);
    }

    [Fact]
    public void An_outcome_rules_causes_out_and_leads_on_and_the_next_concludes()
    {
        var first = GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("env-value", "looks-right"));
        var second = GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("env-value", "looks-right"), GuidedWalk.Saw("key-alone", "accepted"));

        Assert.Equal(["placeholder-key", "mangled-value"], first.RuledOut.Select(cause => cause.Slug));
        Assert.All(first.RuledOut, cause => Assert.Equal(("env-value", "looks-right"), (cause.Why.Single().Check, cause.Why.Single().Outcome)));
        Assert.Equal("key-alone", first.Next?.Slug);
        Assert.Equal(("stale-process", null), (second.Cause?.Slug, second.Next));
        Assert.Equal("key-alone", second.Possible[0].Why.Single().Check);
        Assert.NotEmpty(second.Possible[0].Why.Single().Means);
    }

    [Theory]
    [InlineData("len=0 head= tail=", "empty")]
    [InlineData("\u001b[1mlen=0\u001b[0m head= tail=\r\n", "empty")]
    [InlineData("len=53 head=\"sk- tail=Qd\"", "quoted")]
    [InlineData("len=53 head='\"sk-' tail='fQd\"'", "quoted")]
    [InlineData("len=52 head=\"sk-p\" tail=\"fQd\\n\"", "quoted")]
    public void An_output_that_one_pattern_matches_is_that_outcome(string output, string outcome)
    {
        var read = Assert.Single(GuidedWalk.Guide(InvalidApiKey, Printed("env-value", output)).Observations);

        Assert.Equal((ObservationReading.Matched, outcome), (read.Reading, read.Outcome));
    }

    [Theory]
    [InlineData("len=51 head=sk-p tail=3fQd")]
    [InlineData("len=51 head='sk-p' tail='3fQd'")]
    [InlineData("len=51 head=\"sk-p\" tail=\"3fQd\"")]
    public void An_output_that_no_pattern_matches_is_left_to_a_person(string output)
    {
        var result = GuidedWalk.Guide(InvalidApiKey, Printed("env-value", output));

        var read = Assert.Single(result.Observations);
        Assert.Equal((ObservationReading.Unmatched, null), (read.Reading, read.Outcome));
        Assert.Equal(["other-vendor", "tail-differs", "another-environment", "looks-right"], read.Candidates.Select(candidate => candidate.Outcome));
        Assert.Equal("env-value", result.Next?.Slug);
        Assert.Empty(result.RuledOut);
    }

    [Fact]
    public void An_output_that_several_patterns_match_is_none_of_them()
    {
        var result = GuidedWalk.Guide(InvalidApiKey, Printed("scope-headers", "OPENAI_PROJECT_ID=proj_1\nOPENAI_BASE_URL=https://example.com"));

        var read = Assert.Single(result.Observations);
        Assert.Equal((ObservationReading.Ambiguous, null), (read.Reading, read.Outcome));
        Assert.Equal(["project-set", "base-url-set"], read.Candidates.Select(candidate => candidate.Outcome));
        Assert.False(result.IsConcluded);
    }

    [Fact]
    public void One_check_that_came_out_two_ways_counts_for_neither()
    {
        var result = GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("env-value", "empty"), GuidedWalk.Saw("env-value", "quoted"));

        var contradiction = Assert.Single(result.Contradictions);
        Assert.Equal(ContradictionKind.OutcomesDiffer, contradiction.Kind);
        Assert.Equal(["empty", "quoted"], contradiction.Outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(("env-value", false), (result.Next?.Slug, result.IsConcluded));
        Assert.Empty(result.RuledOut);
    }

    [Fact]
    public void A_cause_that_one_outcome_points_to_and_another_rules_out_is_a_contradiction_and_concludes_nothing()
    {
        var result = GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("env-value", "tail-differs"), GuidedWalk.Saw("key-alone", "refused"), GuidedWalk.Saw("scope-headers", "none"));

        var contradiction = Assert.Single(result.Contradictions);
        Assert.Equal((ContradictionKind.CauseRuledOut, "stale-process"), (contradiction.Kind, contradiction.Cause));
        Assert.Equal(["tail-differs", "refused"], contradiction.Outcomes.Select(outcome => outcome.Outcome));
        Assert.False(result.IsConcluded);
    }

    [Fact]
    public void An_outcome_that_a_later_check_of_its_own_corrects_is_no_contradiction()
    {
        var record = Seed.Catalogue.FindError("ollama/404")!.Record;

        var before = GuidedWalk.Guide(record, GuidedWalk.Saw("listed", "missing"));
        var after = GuidedWalk.Guide(record, GuidedWalk.Saw("listed", "missing"), GuidedWalk.Saw("published", "absent"));

        Assert.Equal(("model-not-pulled", "published"), (before.Possible[0].Slug, before.Next?.Slug));
        Assert.Equal("model-not-in-registry", after.Cause?.Slug);
        Assert.Empty(after.Contradictions);
    }

    [Fact]
    public void When_every_cause_is_ruled_out_that_is_said()
    {
        var record = Seed.Catalogue.FindError("gemini/API_KEY_INVALID")!.Record;

        var result = GuidedWalk.Guide(record, GuidedWalk.Saw("ask-google", "other-reason"));

        Assert.Equal(ContradictionKind.NothingLeft, Assert.Single(result.Contradictions).Kind);
        Assert.Empty(result.Possible);
        Assert.Null(result.Next);
    }

    [Fact]
    public void A_record_without_checks_leaves_all_its_causes()
    {
        var record = Seed.Catalogue.Errors.First(error => error.Record is { Checks.Count: 0, Causes.Count: > 1 }).Record;

        var result = GuidedWalk.Guide(record);

        Assert.Equal((record.Causes.Count, null, false), (result.Possible.Count, result.Next, result.IsConcluded));
    }

    [Fact]
    public void No_secret_of_an_output_is_in_the_answer_and_its_head_still_tells()
    {
        const string Secret = "sk-ant-oat01-Zq7Xw3Vb9Lk2Mn5Pd8Rf4Tg6Hj1Ys0CuZq7Xw3Vb9Lk2Mn5P";
        var record = Seed.Catalogue.FindError("anthropic/rate_limit_error")!.Record;

        var result = GuidedWalk.Guide(record, Printed("which-credential", $"key= token={Secret} oauth="));

        Assert.Equal("subscription-token", Assert.Single(result.Observations).Outcome);
        Assert.Equal("anthropic", Assert.Single(result.Warnings).Provider);
        Assert.DoesNotContain(Secret[14..^4], JsonSerializer.Serialize(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_the_record_does_not_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("no-such-check", "empty")));
        Assert.Throws<ArgumentException>(() => GuidedWalk.Guide(InvalidApiKey, GuidedWalk.Saw("env-value", "no-such-outcome")));
        Assert.Throws<ArgumentException>(() => GuidedWalk.Guide(InvalidApiKey, new Observation { Check = "env-value" }));
        Assert.Throws<ArgumentException>(() => GuidedWalk.Guide(InvalidApiKey, Printed("env-value", new string('x', Observation.LongestOutput + 1))));
    }

    private static Observation Printed(string check, string output) => new() { Check = check, Output = output };

    private static Gen<Observation> ObservationOf(ErrorRecord record) =>
        Pick.From([.. record.Checks]).SelectMany(check => Gen.OneOf(
            Pick.From([.. check.Outcomes]).Select(outcome => GuidedWalk.Saw(check.Slug, outcome.Slug)),
            Pick.From(Outputs).Select(output => Printed(check.Slug, output))));

    private static string Written(ErrorRecord record, Observation[] observations) => JsonSerializer.Serialize(GuidedWalk.Guide(record, observations));
}
