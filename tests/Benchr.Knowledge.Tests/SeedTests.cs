using Benchr.Knowledge.Reading;

namespace Benchr.Knowledge.Tests;

/// <summary>The seed of this repository keeps every rule.</summary>
public sealed class SeedTests
{
    [Fact]
    public void The_seed_has_no_problems()
    {
        var content = SeedReader.Read(Repository.Seed, DateOnly.FromDateTime(DateTime.UtcNow));

        Assert.True(content.Problems.Count == 0, string.Join(Environment.NewLine, content.Problems));
        Assert.NotEmpty(content.Errors);
    }
}
