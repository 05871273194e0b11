using System.Text;
using System.Text.Json;
using Benchr.Diagnosis.Answers;
using CsCheck;

namespace Benchr.Diagnosis.Tests;

/// <summary>No secret of a paste leaves the engine.</summary>
public sealed class SecretTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private const double FairlySure = 0.8;

    private static readonly Gen<string> Body = Gen.Char[Alphanumeric].Array[48].Select(letters => new string(letters));

    private static readonly Gen<string> KeyPrefix =
        Pick.From([.. Seed.Catalogue.Providers.SelectMany(provider => provider.Keys).Select(key => key.Prefix)]);

    private static readonly Gen<string> Secret = Gen.OneOf(
        Gen.Select(KeyPrefix, Body, (prefix, body) => prefix + body),
        Body.Select(body => "eyJhbGciOiJIUzI1NiJ9." + Convert.ToBase64String(Encoding.UTF8.GetBytes(body)).TrimEnd('=') + ".sig0" + body[..20]),
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].Array[16].Select(letters => "AKIA" + new string(letters)));

    private static readonly Gen<Func<string, string>> Surroundings = Pick.From<Func<string, string>>(
        secret => $"Authorization: Bearer {secret}\nHTTP/1.1 401 Unauthorized",
        secret => $"openai.AuthenticationError: Error code: 401 - {{'error': {{'message': 'Incorrect API key provided: {secret}.', 'code': 'invalid_api_key'}}}}",
        secret => JsonSerializer.Serialize(new { error = new { message = $"bad key {secret}", code = secret } }),
        secret => JsonSerializer.Serialize(new { raw = JsonSerializer.Serialize(new { api_key = secret }) }),
        secret => $"GET https://example.com/v1/models?key={secret} failed with status code 400",
        secret => $"export KEY={secret}",
        secret => $"Set-Cookie: session={secret}; Path=/; HttpOnly\nHTTP/1.1 403 Forbidden",
        secret => $"{{'headers': {{'Authorization': 'Bearer {secret}'}}, 'status': 401}}",
        secret => $"curl https://api.example.com/v1 -H \"x-api-key: {secret}\" -d '{{}}'",
        secret => $"https://user:{secret}@proxy.example.com:3128 answered 407",
        secret => JsonSerializer.Serialize(JsonSerializer.Serialize(JsonSerializer.Serialize(new { token = secret }))),
        secret => secret);

    [Fact]
    public void No_planted_secret_is_in_the_answer() =>
        Gen.Select(Secret, Surroundings).Sample(
            (secret, surround) =>
            {
                var result = Seed.Engine.Diagnose(new Paste { Text = surround(secret) });
                return result.Warnings.Count > 0 && !Everything(result).Contains(secret[8..^4], StringComparison.Ordinal);
            },
            iter: 3000);

    [Fact]
    public void A_key_that_terminal_colours_cut_in_two_is_masked_in_both_parts() =>
        Gen.Select(KeyPrefix, Body, Pick.From("\u001b[0m", "\u001b[31;1m", "\\u001b[0m", "\\\\u001b[1m", "\\x1b[32m")).Sample(
            (prefix, body, colour) =>
            {
                var result = Seed.Engine.Diagnose(new Paste { Text = $"error: bad key {prefix}{body[..20]}{colour}{body[20..]} was refused with 401" });
                return !Everything(result).Contains(body[4..18], StringComparison.Ordinal) && !Everything(result).Contains(body[24..40], StringComparison.Ordinal);
            },
            iter: 1000);

    [Fact]
    public void Basic_credentials_are_masked_even_when_they_look_like_a_word() =>
        Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[6, 30].Select(letters => new string(letters)).Sample(
            name =>
            {
                var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{name}pass"));
                var result = Seed.Engine.Diagnose(new Paste { Text = $"> Authorization: Basic {basic}\n< HTTP/1.1 401 Unauthorized" });
                return result.Warnings.Count > 0 && !Everything(result).Contains(basic, StringComparison.Ordinal);
            },
            iter: 1000);

    [Fact]
    public void A_secret_beside_an_error_does_not_change_its_diagnosis() =>
        Gen.Select(Secret, Pick.From([.. Seed.Catalogue.Errors.SelectMany(error => error.Record.Examples).Select(example => example.Text).Where(text => text.Length < 2000)])).Sample(
            (secret, example) =>
            {
                var with = Seed.Engine.Diagnose(new Paste { Text = $"x-session-token: {secret}\n{example}" });
                var without = Seed.Engine.Diagnose(new Paste { Text = $"x-session-token: {new string('*', secret.Length)}\n{example}" });

                // The shape of a key is evidence for its owner, so the confidence may move, and where two answers were nearly alike it may
                // decide between them; what was fairly sure may not change.
                return with.Outcome != DiagnosisOutcome.Diagnosed || without.Diagnosis is not { Confidence: >= FairlySure }
                    || with.Diagnosis!.Error.Record.Id() == without.Diagnosis!.Error.Record.Id();
            },
            iter: 2000);

    [Fact]
    public void A_secret_is_reported_with_its_owner_masked_and_with_advice()
    {
        var prefix = Seed.Catalogue.FindProvider("openai")!.Keys[0].Prefix;

        var warning = Assert.Single(Seed.Engine.Diagnose(new Paste { Text = $"key {prefix}{new string('a', 44)}f3Qd" }).Warnings);

        Assert.Equal(("secret", "openai"), (warning.Kind, warning.Provider));
        Assert.Matches("^sk-.…f3Qd$", warning.Masked);
        Assert.NotEmpty(warning.Advice);
    }

    [Fact]
    public void A_key_that_the_provider_masked_itself_is_evidence_and_no_secret()
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = "401 Incorrect API key provided: sk-ant-a***************QAAA. You can find your API key" });

        Assert.Empty(result.Warnings);
        Assert.Equal("wrong-provider-key", result.Diagnosis?.Cause?.Slug);
    }

    [Theory]
    [InlineData("postgres://app:Hunter2pass@db.example.com/x", "Hunter2pass")]
    [InlineData("mail jane.doe42@example.com about it", "jane.doe42")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----", "MIIEvQIBADANBgkq")]
    [InlineData("x-api-key: 0123456789abcdef0123456789abcdef", "456789abcdef01234567")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "FEMI/K7MDENG")]
    public void Other_credentials_are_masked_too(string text, string secret)
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = text });

        Assert.NotEmpty(result.Warnings);
        Assert.DoesNotContain(secret, Everything(result), StringComparison.Ordinal);
    }

    private static string Everything(DiagnosisResult result) => JsonSerializer.Serialize(
        new { result.Reading, result.Warnings, Evidence = result.Diagnosis?.Evidence, result.Outcome },
        Readable);
}
