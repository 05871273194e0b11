using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

/// <summary>What stands in code that works and in logs of calls that passed is no error, whoever it belongs to.</summary>
public sealed class CautionTests
{
    public static TheoryData<string> Hosts => [.. Seed.Catalogue.Providers
        .Where(provider => !Seed.Catalogue.Errors.Any(error => error.Record.Provider == provider.Id && error.Record.Code == "ECONNREFUSED"))
        .SelectMany(provider => provider.Hosts).Where(host => !host.Contains('*') && !host.Contains(':')).Distinct()];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void An_address_is_no_error(string host)
    {
        foreach (var text in new[]
        {
            $"https://{host}/v1/chat/completions",
            $"base_url=\"https://{host}/v1\"",
            $"curl https://{host}/inference/v1/models",
            $"INFO HTTP Request: POST https://{host}/v1/chat/completions \"HTTP/1.1 200 OK\"",
        })
        {
            var result = Seed.Engine.Diagnose(new Paste { Text = text });

            Assert.True(result.Outcome == DiagnosisOutcome.Unrecognized, $"{text}: {result.Diagnosis?.Error.Record.Id()} {result.Diagnosis?.Confidence}");
        }
    }

    [Theory]
    [InlineData("""{"code":1002,"msg":"token expired"}""")]
    [InlineData("""{"code":1305,"message":"parameter missing"}""")]
    [InlineData("""{"message":"Success","code":1000,"data":{"id":7}}""")]
    public void A_number_is_a_code_only_where_its_provider_is_named(string text) =>
        Assert.Equal(DiagnosisOutcome.Unrecognized, Seed.Engine.Diagnose(new Paste { Text = text }).Outcome);

    [Fact]
    public void A_number_beside_its_provider_is_a_code() =>
        Assert.Equal("zhipu/1305", Seed.Engine.Diagnose(new Paste { Text = """POST https://open.bigmodel.cn/api/paas/v4/chat/completions {"error":{"code":"1305","message":"x"}}""" }).Diagnosis?.Error.Record.Id());

    [Theory]
    [InlineData("""[{"code":"invalid_type","expected":"string","received":"undefined","path":["choices",0],"message":"Required"}]""")]
    [InlineData("""ZodError: [ { "received": "number", "code": "invalid_type", "expected": "string", "path": [ "model" ], "message": "Expected string" } ]""")]
    public void What_a_validator_says_of_a_field_is_no_code_of_an_API(string text) =>
        Assert.Equal(DiagnosisOutcome.Unrecognized, Seed.Engine.Diagnose(new Paste { Text = text }).Outcome);
}
