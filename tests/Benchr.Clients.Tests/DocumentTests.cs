using System.Text.Json.Nodes;
using Benchr.Api.Tests;

namespace Benchr.Clients.Tests;

/// <summary>The document itself: kept, compatible, clean, and true in its examples.</summary>
public sealed class DocumentTests(RunningService service) : IClassFixture<RunningService>
{
    private static string PathOf(string file) => Path.Combine(Service.RepositoryRoot(), "openapi", file);

    [Fact]
    public void The_document_that_is_kept_in_the_repository_is_the_one_that_is_served()
    {
        var kept = File.ReadAllText(PathOf("v1.json"));

        Assert.True(kept == service.DocumentText, $"openapi/v1.json is stale; write what /openapi/v1.json answers into it. What changed breaks clients: {string.Join("; ", Compatibility.Breaks(JsonNode.Parse(kept)!, service.Document))}");
    }

    [Fact]
    public void Nothing_that_was_released_is_taken_back() =>
        Assert.Empty(Compatibility.Breaks(JsonNode.Parse(File.ReadAllText(PathOf("v1-released.json")))!, service.Document));

    [Theory]
    [InlineData("v1.json")]
    [InlineData("v1-3.0.json")]
    public async Task The_recommended_rules_of_Redocly_find_nothing(string name)
    {
        NodePrograms.Require();
        var (exitCode, output) = await NodePrograms.RunPackageAsync("redocly", "lint", "--config", "redocly.yaml", "--format", "json", await FileOfAsync(name));
        var totals = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)])!["totals"]!;

        Assert.True(exitCode == 0 && totals["errors"]!.GetValue<int>() == 0 && totals["warnings"]!.GetValue<int>() == 0, output);
    }

    [Theory]
    [InlineData("v1.json")]
    [InlineData("v1-3.0.json")]
    public async Task The_recommended_rules_of_Spectral_find_nothing(string name)
    {
        NodePrograms.Require();
        var (exitCode, output) = await NodePrograms.RunPackageAsync("spectral", "lint", "--fail-severity", "hint", await FileOfAsync(name));

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Every_operation_says_what_it_does_and_every_operation_with_a_body_shows_one()
    {
        Assert.All(service.Operations, operation =>
        {
            Assert.True(operation.Description["summary"] is not null && operation.Description["description"] is not null, operation.Id);
            Assert.All(operation.Parameters, parameter => Assert.True(parameter["description"] is not null, operation.Id));
            Assert.All(operation.Bodies ?? [], body => Assert.True(body.Value!["example"] is not null, $"{operation.Id} {body.Key}"));
        });
        Assert.Equal(service.Operations.Select(operation => operation.Id).Distinct(), service.Operations.Select(operation => operation.Id));
    }

    [Fact]
    public void Every_example_of_an_answer_is_one_by_its_schema()
    {
        var schemas = new ResponseSchemas(service.Document);
        var shown = 0;
        Assert.All(service.Operations, operation => Assert.All(operation.Responses, response => Assert.All(response.Value!["content"]?.AsObject() ?? [], content =>
        {
            if (content.Value!["example"] is { } example && content.Key is "application/json" or "application/problem+json")
            {
                shown++;
                var result = schemas.Evaluate(content.Value["schema"]!, example);
                Assert.True(result is null, $"{operation.Id} {response.Key}: {result}");
            }
        })));
        Assert.True(shown > service.Operations.Count);
    }

    [Fact]
    public async Task Every_example_of_a_request_is_answered()
    {
        foreach (var operation in service.Operations.Where(operation => operation.Bodies is not null))
        {
            foreach (var (type, body) in operation.Bodies!)
            {
                var example = body!["example"]!;
                var text = type == "application/json" ? example.ToJsonString() : example.GetValue<string>();
                var path = operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "path").Aggregate(
                    operation.Path, (address, parameter) => address.Replace($"{{{parameter["name"]}}}", parameter["example"]!.GetValue<string>(), StringComparison.Ordinal));
                var response = await service.Client.PostAsync(path, new StringContent(text, System.Text.Encoding.UTF8, type), TestContext.Current.CancellationToken);

                Assert.True(response.IsSuccessStatusCode, $"{operation.Id} {type}: {response.StatusCode}");
            }
        }
    }

    private async Task<string> FileOfAsync(string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("benchr-openapi-").FullName, name);
        await File.WriteAllTextAsync(path, await service.Client.GetStringAsync($"/openapi/{name}", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return path;
    }
}
