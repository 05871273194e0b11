using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Benchr.Api.Tests;

/// <summary>What changed, for those who mirror or watch.</summary>
public sealed class ChangesTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Theory]
    [InlineData(500)]
    [InlineData(97)]
    public async Task Whoever_follows_from_the_beginning_holds_what_the_export_holds(int limit)
    {
        var (followed, exported) = (new Mirror(), new Mirror());
        await followed.FollowAsync(client, limit);
        await exported.LoadAsync(client);

        Assert.Equal(exported.Documents, followed.Documents);
        Assert.Equal(exported.Cursor, followed.Cursor);
        Assert.True(exported.Documents.Count > 1000);
    }

    [Fact]
    public async Task Whoever_follows_over_edits_and_restarts_holds_what_the_export_holds()
    {
        using var edited = new EditedSeed();
        edited.AddRecord("withdrawn_later");
        var mirror = new Mirror();
        await using (var first = edited.Serve())
        {
            await mirror.LoadAsync(first.CreateClient());
        }

        edited.RemoveRecord("withdrawn_later");
        edited.AddRecord("added_later");
        edited.Replace("errors/openai/invalid_api_key.yaml", "title: OpenAI rejects the API key", "title: OpenAI turns the API key down");
        await using var second = edited.Serve();
        var exported = new Mirror();
        await exported.LoadAsync(second.CreateClient());
        await mirror.FollowAsync(second.CreateClient(), 2);

        Assert.Equal(3, mirror.Applied);
        Assert.Equal(exported.Documents, mirror.Documents);
        Assert.Contains("error benchr/added_later", mirror.Documents.Keys);
        Assert.DoesNotContain("error benchr/withdrawn_later", mirror.Documents.Keys);
        Assert.Contains("turns the API key down", mirror.Documents["error openai/invalid_api_key"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_of_another_database_is_refused()
    {
        var (_, page) = await client.GetJsonAsync("/v1/changes?limit=5");
        await using var other = new Service { BeginsEmpty = true };
        var (response, problem) = await other.CreateClient().GetJsonAsync($"/v1/changes?since={page.GetProperty("nextCursor")}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid-cursor", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_document_has_the_hash_that_is_told()
    {
        var (_, page) = await client.GetJsonAsync("/v1/changes?limit=500");

        Assert.All(page.GetProperty("items").EnumerateArray(), change => Assert.Equal(
            change.GetProperty("contentHash").GetString(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(change.GetProperty(change.GetProperty("entity").GetString()!).GetRawText())))));
    }

    [Fact]
    public async Task A_day_and_an_instant_are_positions_too()
    {
        var (_, all) = await client.GetJsonAsync("/v1/changes?since=2026-01-01&limit=1");
        var (_, same) = await client.GetJsonAsync("/v1/changes?limit=1");
        var (_, none) = await client.GetJsonAsync($"/v1/changes?since={DateTime.UtcNow.AddDays(1):yyyy-MM-dd}");
        var (_, last) = await client.GetJsonAsync($"/v1/changes?since={DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}");

        Assert.Equal(same.GetRawText(), all.GetRawText());
        Assert.Empty(none.GetProperty("items").EnumerateArray());
        Assert.Equal(none.GetProperty("nextCursor").GetString(), last.GetProperty("nextCursor").GetString());
    }

    [Theory]
    [InlineData("since=yesterday", "invalid-cursor")]
    [InlineData("since=1-00000000", "invalid-cursor")]
    [InlineData("since=99999999-00000000", "invalid-cursor")]
    [InlineData("since=2026-13-01", "invalid-cursor")]
    [InlineData("limit=501", "invalid-parameter")]
    [InlineData("since=1&after=2", "invalid-parameter")]
    public async Task What_is_no_position_is_a_problem(string query, string code)
    {
        var (response, problem) = await client.GetJsonAsync("/v1/changes?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_feed_is_Atom_and_names_what_changed_last_first()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var response = await client.GetAsync("/v1/changes.atom", TestContext.Current.CancellationToken);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        var entries = feed.Elements(atom + "entry").ToList();

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
        Assert.Equal(100, entries.Count);
        Assert.Equal(100, entries.Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(atom + "title")!.Value));
        var page = entries[0].Element(atom + "link")!.Attribute("href")!.Value;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
    }
}
