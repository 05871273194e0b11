using Benchr.Knowledge.Templates;

namespace Benchr.Knowledge.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void A_template_is_literals_and_placeholders_in_order()
    {
        var template = MessageTemplate.Parse("Limit {limit}, used {{{used}}}");

        Assert.Equal(
            [("Limit ", true), ("limit", false), (", used {", true), ("used", false), ("}", true)],
            template.Parts.Select(part => (part.Text, part.IsLiteral)));
    }

    [Theory]
    [InlineData("", "literal text")]
    [InlineData("{limit}", "literal text")]
    [InlineData("Limit {limit", "character 7 is not closed")]
    [InlineData("Limit limit}", "character 12 has no opening one")]
    [InlineData("Limit {a b}", "'{a b}' is not a placeholder")]
    public void A_broken_template_is_explained(string text, string problem)
    {
        Assert.False(MessageTemplate.TryParse(text, out var template, out var found));
        Assert.Null(template);
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }
}
