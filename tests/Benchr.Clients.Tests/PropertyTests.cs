using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Benchr.Clients.Tests;

/// <summary>Whatever is sent to an operation, the answer is one that the document declares.</summary>
public sealed class PropertyTests(RunningService service) : IClassFixture<RunningService>
{
    private const int Requests = 3000;

    /// <summary>One request in so many goes to an operation that answers with megabytes.</summary>
    private const int RarityOfExports = 100;

    /// <summary>What the framework answers before any operation is chosen: an address that no route has, and what is no HTTP.</summary>
    private static readonly string[] OfNoOperation = ["route-not-found", "bad-request"];

    [Fact]
    public async Task Every_answer_is_declared_and_valid()
    {
        var operations = service.Operations;
        var schemas = new ResponseSchemas(service.Document);
        var statuses = new HashSet<(string, int)>();
        var exports = operations.Where(operation => operation.Id.StartsWith("export", StringComparison.Ordinal)).ToList();
        var others = operations.Except(exports).ToList();
        await Gen.Select(Gen.Int[0, RarityOfExports - 1], Gen.Int).SampleAsync(
            async (rarity, seed) =>
            {
                var random = new Random(seed);
                var among = rarity == 0 ? exports : others;
                var operation = among[random.Next(among.Count)];
                var (request, description) = new RequestGenerator(random).Make(operation);
                using (request)
                {
                    using var response = await service.Client.SendAsync(request);
                    lock (statuses)
                    {
                        statuses.Add((operation.Id, (int)response.StatusCode));
                    }

                    var problem = await ProblemOfAsync(operation, response, schemas);
                    return problem is null ? true : throw new InvalidOperationException($"{description}: {(int)response.StatusCode}: {problem}");
                }
            },
            iter: Requests,
            threads: 1);

        // Both sides were met: every operation answered well, and every one that can refuse something refused something.
        Assert.All(operations, operation => Assert.Contains(statuses, met => met.Item1 == operation.Id && met.Item2 < 300));
        Assert.All(operations.Where(operation => operation.Bodies is not null || operation.Parameters.Any()), operation =>
            Assert.Contains(statuses, met => met.Item1 == operation.Id && met.Item2 >= 400));
    }

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    private static async Task<string?> ProblemOfAsync(Operation operation, HttpResponseMessage response, ResponseSchemas schemas)
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
        {
            return "the service failed";
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        var text = type is "application/json" or "application/problem+json" ? await response.Content.ReadAsStringAsync() : null;
        if (status >= 400 && text is not null && OfNoOperation.Contains(JsonNode.Parse(text)!["code"]?.GetValue<string>()))
        {
            return null;
        }

        if (operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not { } declared)
        {
            return "the status is not declared";
        }

        var missing = declared["headers"]?.AsObject().Select(header => header.Key).Where(name => name is "Benchr-Catalogue" or "X-Request-Id" && !response.Headers.Contains(name)).ToList();
        if (missing is { Count: > 0 })
        {
            return $"headers are missing: {string.Join(", ", missing)}";
        }

        if (declared["content"] is not JsonObject content)
        {
            return null;
        }

        if (type is null || content[type] is not { } body)
        {
            return $"the media type {type} is not declared";
        }

        try
        {
            return text is null ? null : schemas.Evaluate(body["schema"]!, JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return "the body is no JSON";
        }
    }
}
