namespace Benchr.Api.Tests;

/// <summary>What is to end says so, long before.</summary>
public sealed class DeprecationTests : IDisposable
{
    private readonly Service service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task An_operation_that_is_to_end_says_when_and_what_follows_and_others_say_nothing()
    {
        Deprecate("2026-12-01T00:00:00Z", "2027-12-01T00:00:00Z");
        var client = service.CreateClient();
        for (var round = 0; round < 2; round++)
        {
            var ending = await client.GetAsync("/v1/errors?limit=1", TestContext.Current.CancellationToken);

            Assert.Equal("@1796083200", ending.Headers.GetValues("Deprecation").Single());
            Assert.Equal("Wed, 01 Dec 2027 00:00:00 GMT", ending.Headers.GetValues("Sunset").Single());
            Assert.Contains(ending.Headers.GetValues("Link"), link => link == "</v2/errors>; rel=\"successor-version\"");
            Assert.Contains(ending.Headers.GetValues("Link"), link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal));
        }

        Assert.False((await client.GetAsync("/v1/categories", TestContext.Current.CancellationToken)).Headers.Contains("Deprecation"));
        var (_, document) = await client.GetJsonAsync("/openapi/v1.json");
        Assert.True(document.GetProperty("paths").GetProperty("/v1/errors").GetProperty("get").GetProperty("deprecated").GetBoolean());
    }

    [Fact]
    public void Less_notice_than_was_promised_does_not_start()
    {
        Deprecate("2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");

        Assert.Contains("180 days", Assert.ThrowsAny<Exception>(service.CreateClient).Message, StringComparison.Ordinal);
    }

    private void Deprecate(string since, string sunset)
    {
        service.Settings["Benchr:Deprecations:0:Operation"] = "listErrors";
        service.Settings["Benchr:Deprecations:0:Since"] = since;
        service.Settings["Benchr:Deprecations:0:Sunset"] = sunset;
        service.Settings["Benchr:Deprecations:0:Successor"] = "/v2/errors";
    }
}
