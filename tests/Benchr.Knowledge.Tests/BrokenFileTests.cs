namespace Benchr.Knowledge.Tests;

/// <summary>A mistake in a file is named by file, line and field, and all mistakes come at once.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private readonly SeedFolder seed = new();

    public void Dispose() => seed.Dispose();

    [Fact]
    public void A_good_seed_has_no_problems()
    {
        var content = seed.Read();

        Assert.Empty(content.Problems);
        Assert.Equal(("acme", "broken"), (Assert.Single(content.Providers).Value.Id, Assert.Single(content.Errors).Value.Code));
    }

    [Theory]
    [InlineData("title: The", "titel: The", 3, "", "unknown key 'titel'")]
    [InlineData("title: The anvil is broken\n", "", 1, "", "'title' is missing")]
    [InlineData("title: The anvil is broken\n", "title: The anvil is broken\ntitle: Again\n", 4, "", "duplicate key title")]
    [InlineData("status: [500]", "status: many", 6, "status", "list")]
    [InlineData("status: [500]", "status: [five]", 6, "status[0]", "number")]
    [InlineData("status: [500]", "status: [99]", 6, "status[0]", "99 is not an HTTP status")]
    [InlineData("category: server-error", "category: servererror", 7, "category", "is not one of")]
    [InlineData("severity: medium", "severity: [medium]", 8, "severity", "")]
    [InlineData("verified: 2026-01-01", "verified: 2026-13-01", 28, "sources[0].verified", "date")]
    [InlineData("verified: 2026-01-01", "verified: 2026-06-02", 28, "sources[0].verified", "")]
    [InlineData("https://example.org", "http://example.org", 27, "sources[0].url", "https")]
    [InlineData("{name} is", "{name is", 18, "causes[0].signatures[0]", "not closed")]
    [InlineData("The anvil {name} is broken\"", "{name}\"", 18, "causes[0].signatures[0]", "")]
    [InlineData("slug: fell", "slug: It Fell", 13, "causes[0].slug", "")]
    [InlineData("text: The anvil 7 is broken", "{ cause: rusted, text: broken }", 33, "examples[0]", "no cause 'rusted'")]
    [InlineData("depth: brief", "depth: full", 0, "checks", "at least 3")]
    [InlineData("provider: acme", "provider: apex", 1, "provider", "there is no provider 'apex'")]
    [InlineData("code: broken", "code: bent", 2, "code", "errors/acme/bent.yaml")]
    [InlineData("changelog:", "related:\n  - { id: acme/brokn, difference: None. }\nchangelog:", 30, "related[0].id", "there is no record 'acme/brokn'; did you mean 'acme/broken'?")]
    public void A_broken_rule_is_reported_where_it_is(string passage, string replacement, int line, string path, string message)
    {
        seed.Break(passage, replacement);

        var problems = seed.Read().Problems;

        var problem = Assert.Single(
            problems, problem => problem.Path == path && problem.Message.Contains(message, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(SeedFolder.RecordFile, problem.File);
        if (line > 0)
        {
            Assert.Equal(line, problem.Line);
        }
    }

    [Theory]
    [InlineData("title: [unclosed\nsummary: x", 1)]
    [InlineData("\ttitle: tab", 1)]
    [InlineData("- a list", 1)]
    [InlineData("a: &anchor 1\nb: *anchor", 1)]
    [InlineData("", 1)]
    public void Text_that_is_no_document_is_reported_and_not_thrown(string text, int firstLine)
    {
        seed.Write(SeedFolder.RecordFile, text);

        var problems = seed.Read().Problems;

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(SeedFolder.RecordFile, problem.File));
        Assert.All(problems, problem => Assert.True(problem.Line >= firstLine));
    }

    [Fact]
    public void Problems_of_several_files_come_at_once_in_the_order_of_files_and_lines()
    {
        seed.Write(SeedFolder.ProviderFile, SeedFolder.Provider.Replace("kind: api", "kind: llama", StringComparison.Ordinal));
        seed.Break("severity: medium", "severity: dire\ncolour: red");

        var problems = seed.Read().Problems;

        Assert.Equal(
            [(SeedFolder.RecordFile, 8, "severity"), (SeedFolder.RecordFile, 9, ""), (SeedFolder.ProviderFile, 3, "kind")],
            problems.Select(problem => (problem.File, problem.Line, problem.Path)));
    }

    [Fact]
    public void A_problem_prints_as_editors_expect_it()
    {
        seed.Break("severity: medium", "severity: dire");

        Assert.StartsWith("errors/acme/broken.yaml:8: severity: 'dire' is not one of:", seed.Read().Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_of_one_id_are_reported()
    {
        seed.Write("errors/acme/broken.again.yaml", SeedFolder.Record);

        var problem = Assert.Single(seed.Read().Problems);

        Assert.Contains("'acme/broken' stands in", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_folder_that_does_not_exist_is_named() =>
        Assert.Contains(
            "no-such-folder",
            Assert.Throws<DirectoryNotFoundException>(() => Reading.SeedReader.Read("no-such-folder", DateOnly.MaxValue)).Message,
            StringComparison.Ordinal);
}
