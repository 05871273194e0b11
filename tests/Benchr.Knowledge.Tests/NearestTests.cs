using Benchr.Knowledge.Catalogues;

namespace Benchr.Knowledge.Tests;

public sealed class NearestTests
{
    private static readonly string[] Names = ["openai", "azure-openai", "openrouter", "anthropic", "gemini"];

    [Theory]
    [InlineData("opnai", "openai")]
    [InlineData("antropic", "anthropic")]
    [InlineData("GEMINI", "gemini")]
    [InlineData("azureopenai", "azure-openai")]
    public void A_slip_of_the_fingers_finds_the_name(string name, string expected) =>
        Assert.Equal(expected, Nearest.To(name, Names, 1)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("quetzalcoatl")]
    public void What_is_near_to_nothing_finds_nothing(string name) => Assert.Empty(Nearest.To(name, Names, 3));

    [Fact]
    public void A_name_of_any_length_is_answered() => Assert.Empty(Nearest.To(new string('x', 100_000), Names, 3));
}
