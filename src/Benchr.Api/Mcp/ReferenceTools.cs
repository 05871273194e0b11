using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Benchr.Api.Catalogues;
using Benchr.Api.Markdown;
using Benchr.Api.Models;
using Benchr.Api.Problems;
using Benchr.Api.Providers;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>Providers, and when models end.</summary>
internal sealed class ReferenceTools(SnapshotHolder holder, TimeProvider time, ToolAnswers answers)
{
    [McpServerTool(Name = "list_providers", Title = "List providers", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(ProviderList))]
    [Description("Everybody whose errors are known, with the ids that other tools take and the number of records of each.")]
    public CallToolResult Providers()
    {
        var list = ProvidersEndpoints.ListOf(holder.Current.Catalogue);
        var writer = new MarkdownWriter();
        foreach (var provider in list.Items)
        {
            writer.Item(string.Create(CultureInfo.InvariantCulture, $"{MarkdownText.Code(provider.Id)} {MarkdownText.Plain(provider.Name)}, {provider.ErrorCount} records"));
        }

        return answers.Of(list, writer.ToString());
    }

    [McpServerTool(Name = "check_model", Title = "Check when a model ends", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(ModelDetail))]
    [Description("Says whether a model is deprecated or retired, from when on, and what replaces it, on each platform where its dates are known. Not to be known here is no sign that a model does not exist.")]
    public CallToolResult CheckModel(
        [Description("The model's id as a request names it, for instance gpt-4-32k. At most 160 characters."), MaxLength(ModelsEndpoints.LongestId)] string model,
        [Description("Only this platform, by the provider's id; every platform when left out. At most 64 characters."), MaxLength(ToolLimits.LongestName)] string? platform = null)
    {
        var catalogue = holder.Current.Catalogue;
        if (platform is not null && catalogue.FindProvider(platform) is null)
        {
            return answers.Of(ProblemResult.Of(ProblemKind.InvalidParameter, [FieldProblem.UnknownProvider(platform, catalogue) with { Field = "platform" }]));
        }

        if (ModelsEndpoints.Find(model, catalogue, ModelListing.Today(time), answers.Context, out var problem) is not { } detail)
        {
            return answers.About("model", problem!);
        }

        var there = detail.Lifecycles.Where(life => platform is null || life.Platform.Equals(platform, StringComparison.OrdinalIgnoreCase)).ToList();
        if (there.Count == 0)
        {
            var platforms = string.Join(", ", detail.Lifecycles.Select(life => life.Platform));
            return answers.Of(ProblemResult.Of(ProblemKind.NotFound, [new FieldProblem("platform", $"has no known dates for this model; these have: {platforms}. Leave it out to see them all")]));
        }

        var writer = new MarkdownWriter();
        there.ForEach(life => writer.Item(ModelMarkdown.Line(life)));
        return answers.Of(detail with { Lifecycles = there }, writer.Prose($"More: <{there[0].Url}>").ToString());
    }
}
