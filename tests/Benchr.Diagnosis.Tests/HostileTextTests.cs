using CsCheck;

namespace Benchr.Diagnosis.Tests;

/// <summary>No text makes the engine throw or answer nothing.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{\"error\":")]
    [InlineData("{\"")]
    [InlineData("\\")]
    [InlineData("\\\"{")]
    [InlineData("Incorrect API key ")]
    [InlineData("a@b.cc ")]
    [InlineData("\ud800")]
    [InlineData("\0")]
    [InlineData("\u202e401 ")]
    [InlineData("eyJ.")]
    [InlineData("&#x41;")]
    [InlineData("x: y\n")]
    public void A_paste_as_long_as_allowed_of_one_thing_repeated_gets_an_answer(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Paste.LongestText / part.Length));

        var result = Seed.Engine.Diagnose(new Paste { Text = text });

        Assert.NotNull(result.Reading);
    }

    [Fact]
    public void Any_text_gets_an_answer() =>
        Gen.OneOf(Gen.String, Pick.From("{", "}", "\"", "\\", "error", "429", ":", "'", "\u001b[", "%", "&", "[", "sk-", "HTTP/1.1 ").Array[0, 60].Select(string.Concat))
            .Sample(text => Seed.Engine.Diagnose(new Paste { Text = text }).Reading is not null, iter: 5000);

    [Fact]
    public void A_longer_text_is_refused() =>
        Assert.Throws<ArgumentException>(() => Seed.Engine.Diagnose(new Paste { Text = new string('a', Paste.LongestText + 1) }));
}
