using System.Net;
using System.Text.Json;
using Benchr.Api.Tests;

namespace Benchr.Pages.Tests;

/// <summary>How pages travel, and what they are not.</summary>
public sealed class DeliveryTests(Site site)
{
    private const string BrowserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    [Theory]
    [InlineData("/")]
    [InlineData("/errors")]
    [InlineData("/errors/openai/invalid_api_key")]
    [InlineData("/providers")]
    [InlineData("/docs")]
    [InlineData("/models")]
    [InlineData("/sitemap.xml")]
    public async Task A_page_can_be_kept_by_caches(string address)
    {
        using var first = await SendAsync(HttpMethod.Get, address, ("Accept-Encoding", "br"));
        using var again = await SendAsync(HttpMethod.Get, address, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var head = await SendAsync(HttpMethod.Head, address);

        Assert.Equal("br", Assert.Single(first.Content.Headers.ContentEncoding));
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/errors/openai/invalid_api_key")]
    [InlineData("/nowhere")]
    public async Task A_page_may_do_only_what_it_needs(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address, ("Accept", BrowserAccept));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagnosis_is_kept_by_nobody()
    {
        using var response = await PasteAsync(Pastes.WrongKey);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_pages_load_is_kept_for_good_and_changes_its_address()
    {
        var html = await site.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        var address = html.Split('"').Single(part => part.StartsWith("/assets/", StringComparison.Ordinal) && part.EndsWith("site.css", StringComparison.Ordinal));
        using var response = await SendAsync(HttpMethod.Get, address);

        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var icon = await SendAsync(HttpMethod.Get, "/favicon.ico");
        Assert.Equal("image/x-icon", icon.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/errors/openai/invalid_apikey", 404, "/errors/openai/invalid_api_key")]
    [InlineData("/providers/opnai", 404, "/providers/openai")]
    [InlineData("/nowhere", 404, "/errors/benchr/route-not-found")]
    [InlineData("/errors?status=9", 400, "/errors/benchr/invalid-parameter")]
    [InlineData("/errors?cursor=x", 400, "/errors/benchr/invalid-cursor")]
    public async Task A_wrong_address_gets_a_page_that_helps(string address, int status, string link)
    {
        using var page = await SendAsync(HttpMethod.Get, address, ("Accept", BrowserAccept));
        using var data = await SendAsync(HttpMethod.Get, address, ("Accept", "*/*"));

        Assert.Equal(status, (int)page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"href=\"{link}\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(status, (int)data.StatusCode);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/v1/nowhere")]
    [InlineData("/v1/errors/openai/nothing_like_this")]
    [InlineData("/health/nowhere")]
    [InlineData("/openapi/v9.json")]
    public async Task The_API_answers_browsers_as_it_answers_programs(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address, ("Accept", BrowserAccept));

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_are_no_part_of_the_API_description()
    {
        using var document = JsonDocument.Parse(await site.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));

        Assert.All(
            document.RootElement.GetProperty("paths").EnumerateObject(),
            path => Assert.True(path.Name.StartsWith("/v1/", StringComparison.Ordinal) || path.Name.StartsWith("/health/", StringComparison.Ordinal), path.Name));
    }

    [Fact]
    public async Task A_paste_over_the_limit_is_refused_with_the_limit()
    {
        using var response = await PasteAsync(new string('é', (128 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("256 KiB", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_type_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = Calls.Text("Overloaded") };
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task The_box_counts_as_classifying()
    {
        await using var limited = new Service { Settings = { ["Benchr:RateLimits:ClassifiesPerMinute"] = "2" } };
        using var client = limited.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 3; call++)
        {
            using var response = await client.PostAsync("/", new FormUrlEncodedContent([new("paste", "Overloaded")]), TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    private async Task<HttpResponseMessage> PasteAsync(string paste)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("paste", paste)]) };
        request.Headers.TryAddWithoutValidation("Accept", BrowserAccept);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
