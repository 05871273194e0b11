using System.Net;

namespace Benchr.Api.Tests;

public sealed class OperationsTests(Service service) : IClassFixture<Service>
{
    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task Health_tells_that_the_service_lives_and_is_ready()
    {
        Assert.Equal("live", (await client.GetJsonAsync("/health/live")).Json.GetProperty("status").GetString());
        var (response, ready) = await client.GetJsonAsync("/health/ready");
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(response.Headers.GetValues("Benchr-Catalogue").Single(), ready.GetProperty("catalogue").GetString());
    }

    [Theory]
    [InlineData("/v1/errors")]
    [InlineData("/v1/errors/openai/invalid_api_key")]
    [InlineData("/v1/lookup?code=invalid_api_key")]
    [InlineData("/v1/providers")]
    [InlineData("/v1/providers/openai")]
    [InlineData("/v1/categories")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task Every_address_answers_get(string path)
    {
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/v1/errors")]
    [InlineData("/v1/errors/openai/invalid_api_key")]
    [InlineData("/v1/categories")]
    [InlineData("/health/ready")]
    public async Task Every_get_answers_head_without_a_body(string path)
    {
        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_openapi_document_declares_every_operation_with_its_problems()
    {
        var (_, document) = await client.GetJsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var classify = document.GetProperty("paths").GetProperty("/v1/classify").GetProperty("post");
        Assert.Equal("classifyError", classify.GetProperty("operationId").GetString());
        Assert.All(["200", "400", "413", "415", "422"], status => Assert.True(classify.GetProperty("responses").TryGetProperty(status, out _), status));
        var ids = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString())
            .ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
