using Benchr.Diagnosis.Answers;

namespace Benchr.Diagnosis.Tests;

/// <summary>Better no diagnosis than a wrong one.</summary>
public sealed class UnrecognizedTests
{
    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog")]
    [InlineData("RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB")]
    [InlineData("psql: error: connection to server failed: FATAL: password authentication failed for user \"app\"")]
    [InlineData("""{"error":{"type":"invalid_request_error","message":"No such customer: 'cus_9s6XKzkNRiz8i3'","param":"customer","code":"resource_missing"}}""")]
    [InlineData("{'error': {'status': 429, 'message': 'API rate limit exceeded'}}")]
    [InlineData("{}")]
    public void What_no_record_explains_is_unrecognised(string text)
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = text });

        Assert.Equal(DiagnosisOutcome.Unrecognized, result.Outcome);
        Assert.Null(result.Diagnosis);
    }

    [Fact]
    public void An_unrecognised_paste_with_a_status_is_told_what_the_status_means()
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = "HTTP/1.1 503 Service Unavailable\ncontent-type: text/plain\n\nthe hamster has left its wheel, come back after lunch" });

        Assert.Equal(DiagnosisOutcome.Unrecognized, result.Outcome);
        Assert.Equal("http/503", result.StatusMeaning?.Record.Id());
    }

    [Fact]
    public void A_status_and_nothing_else_is_diagnosed_as_that_status()
    {
        var result = Seed.Engine.Diagnose(new Paste { Text = "HTTP/1.1 503 Service Unavailable" });

        Assert.Equal("http/503", result.Diagnosis?.Error.Record.Id());
    }
}
