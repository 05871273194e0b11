using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Benchr.Api.Tests;

/// <summary>What caches, browsers and mirrors need.</summary>
public sealed class CachingTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    public static TheoryData<string> Reads => new(
        "/v1/errors", "/v1/errors?q=key&limit=3", "/v1/errors/openai/invalid_api_key", "/v1/errors/OPENAI/Invalid_Api_Key", "/v1/errors/network/fetch%20failed",
        "/v1/lookup?code=insufficient_quota", "/v1/providers", "/v1/providers/openai", "/v1/categories", "/v1/models", "/v1/models/gpt-4-32k",
        "/v1/errors/openai/invalid_api_key.md", "/v1/providers/openai.md", "/llms.txt", "/llms-full.txt");

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Every_read_can_be_kept_and_asked_for_again_by_tag(string path)
    {
        // The second answer comes from the cache, where there is one; it must be the same.
        var first = await GetAsync(path);
        var second = await GetAsync(path);
        var again = await GetAsync(path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(await BytesAsync(first), await BytesAsync(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await BytesAsync(again));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Head_is_the_same_without_the_body(string path)
    {
        var get = await GetAsync(path);
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await BytesAsync(head));
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task An_answer_is_compressed_as_the_client_likes_and_has_a_tag_of_its_own(string encoding)
    {
        const string Path = "/v1/errors/gemini/RESOURCE_EXHAUSTED";
        var plain = await GetAsync(Path);
        var packed = await GetAsync(Path, request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));

        Assert.Equal(encoding, packed.Content.Headers.ContentEncoding.Single());
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        await using var body = await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(await BytesAsync(plain), bytes.ToArray());
    }

    [Fact]
    public async Task A_coding_that_the_client_refuses_is_not_used()
    {
        var answer = await GetAsync("/v1/errors/gemini/RESOURCE_EXHAUSTED", request => request.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=0, gzip;q=0, identity"));

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_was_not_changed_since_is_not_sent_again()
    {
        var first = await GetAsync("/v1/providers/openai");
        var again = await GetAsync("/v1/providers/openai", request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        var older = await GetAsync("/v1/providers/openai", request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddDays(-1));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, older.StatusCode));
    }

    [Fact]
    public async Task Pages_name_the_next_one_in_a_link_header()
    {
        var first = await GetAsync("/v1/errors?provider=openai&limit=2");
        var link = first.Headers.GetValues("Link").Single();
        var next = await GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        Assert.EndsWith("rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.NotEqual(first.Headers.ETag, next.Headers.ETag);
    }

    [Fact]
    public async Task Links_begin_with_the_host_that_was_asked()
    {
        await GetAsync("/v1/errors/openai/insufficient_quota");
        var answer = await GetAsync("/v1/errors/openai/insufficient_quota", request => request.Headers.Host = "errors.example.com");

        Assert.Contains("http://errors.example.com/v1/errors/openai/insufficient_quota", System.Text.Encoding.UTF8.GetString(await BytesAsync(answer)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/v1/errors/openai/invalid_api_key")]
    [InlineData("POST", "/v1/classify")]
    public async Task Pages_of_any_origin_may_read_and_classify(string method, string path)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "https://app.example.com");
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        var allowed = await client.SendAsync(preflight, TestContext.Current.CancellationToken);
        var read = await GetAsync("/v1/categories", request => request.Headers.Add("Origin", "https://app.example.com"));

        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ETag", read.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("/v1/errors")]
    [InlineData("/v1/models")]
    [InlineData("/v1/changes")]
    public async Task A_page_from_the_cache_links_to_the_next_as_the_first_time(string path)
    {
        var first = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var second = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("rel=\"next\"", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.GetValues("Link"), second.Headers.GetValues("Link"));
    }

    [Fact]
    public async Task Answers_to_queries_are_kept_apart_and_more_of_them_than_are_kept_are_answered_all_the_same()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var limit in new[] { 1, 2, 3 })
            {
                var (_, page) = await client.GetJsonAsync($"/v1/errors?limit={limit}");
                Assert.Equal(limit, page.GetProperty("items").GetArrayLength());
            }
        }

        // Pages of a hundred changes are some hundred KiB each.
        for (var limit = 100; limit < 130; limit++)
        {
            var (_, page) = await client.GetJsonAsync($"/v1/changes?limit={limit}");
            Assert.Equal(limit, page.GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task What_a_cache_keeps_for_a_program_may_be_read_by_a_page_of_any_origin()
    {
        using var response = await client.GetAsync(new Uri("/v1/errors/openai/invalid_api_key", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("ETag", response.Headers.GetValues("Access-Control-Expose-Headers").Single().Split(','));
    }
}
