using System.Text.Json.Nodes;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void The_schemas_in_the_seed_are_those_of_the_types()
    {
        var folder = Path.Combine(Repository.Seed, "schema");

        foreach (var (file, schema) in SeedSchema.All())
        {
            Assert.True(
                File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n") == schema,
                $"seed/schema/{file} is stale; make it anew with: dotnet run --project src/Benchr.Api -- schema seed/schema");
        }

        Assert.Equal(SeedSchema.All().Keys.Order(), Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("error.schema.json")]
    [InlineData("provider.schema.json")]
    public void Every_object_refuses_unknown_keys_and_names_the_required_ones(string file)
    {
        var objects = Objects(JsonNode.Parse(SeedSchema.All()[file])!).ToList();

        Assert.NotEmpty(objects);
        Assert.All(objects, node => Assert.False(node["additionalProperties"]?.GetValue<bool>() ?? true, node.ToJsonString()));
        Assert.NotNull(objects[0]["required"]);
    }

    /// <summary>The schemas of objects with named members; maps from any name are left out.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject item => (item["properties"] is JsonObject ? new[] { item } : []).Concat(item.Where(member => member.Value is not null).SelectMany(member => Objects(member.Value!))),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Objects(item!)),
        _ => [],
    };
}
