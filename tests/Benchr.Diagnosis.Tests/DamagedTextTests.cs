using System.Text.Json;
using CsCheck;

namespace Benchr.Diagnosis.Tests;

/// <summary>Text is damaged on its way into a paste; the diagnosis must not be.</summary>
public sealed class DamagedTextTests
{
    private const string Body =
        """{"error":{"message":"Incorrect API key provided: sk-proj-********************3fQd. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""";

    [Theory]
    [InlineData("as a JSON string")]
    [InlineData("as a JSON string in a JSON string")]
    [InlineData("with terminal colours")]
    [InlineData("broken into short lines")]
    [InlineData("in a terminal box")]
    [InlineData("without underscores and backticks")]
    [InlineData("with curly quotes")]
    [InlineData("in full-width letters")]
    [InlineData("with HTML entities")]
    [InlineData("cut off")]
    [InlineData("quoted in a mail")]
    [InlineData("between Chinese words")]
    public void A_damaged_body_is_still_recognised(string damage)
    {
        var text = Damage(damage);

        var diagnosis = Seed.Engine.Diagnose(new Paste { Text = text }).Diagnosis;

        Assert.Equal("openai/invalid_api_key", diagnosis?.Error.Record.Id());
    }

    [Fact]
    public void A_message_broken_anywhere_by_white_space_is_still_recognised() =>
        Gen.Select(Gen.Int[1, Body.Length - 1].Array[1, 12], Pick.From("\n", "     ", "\r\n", "\n> ", " │\n│ "))
            .Sample((places, gap) =>
            {
                var text = Body;
                foreach (var place in places.Distinct().OrderDescending())
                {
                    text = text.Insert(place, gap);
                }

                return Seed.Engine.Diagnose(new Paste { Text = text }).Diagnosis?.Error.Record.Id() == "openai/invalid_api_key";
            }, iter: 300);

    private static string Damage(string damage) => damage switch
    {
        "as a JSON string" => JsonSerializer.Serialize(new { error = Body }),
        "as a JSON string in a JSON string" => JsonSerializer.Serialize(new { raw = JsonSerializer.Serialize(new { error = Body }) }),
        "with terminal colours" => string.Join("\u001b[0m", Body.Chunk(9).Select(chunk => "\u001b[1;31m" + new string(chunk))),
        "broken into short lines" => string.Join("\n", Body.Chunk(40).Select(chunk => new string(chunk))),
        "in a terminal box" => string.Join("\n", Body.Chunk(60).Select(chunk => $"│ {new string(chunk)} │")),
        "without underscores and backticks" => Body.Replace("_", "", StringComparison.Ordinal),
        "with curly quotes" => string.Concat(Body.Select((letter, index) => letter == '"' ? index % 2 == 0 ? '\u201C' : '\u201D' : letter)),
        "in full-width letters" => string.Concat(Body.Select(letter => letter is > ' ' and < '\u007F' ? (char)(letter + 0xFEE0) : letter)),
        "with HTML entities" => Body.Replace("\"", "&quot;", StringComparison.Ordinal),
        "cut off" => Body[..70],
        "quoted in a mail" => "> " + string.Join("\n> ", Body.Chunk(72).Select(chunk => new string(chunk))),
        "between Chinese words" => "调用失败" + Body + "请检查",
        _ => throw new ArgumentOutOfRangeException(nameof(damage)),
    };
}
