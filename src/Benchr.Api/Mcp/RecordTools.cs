using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Markdown;
using Benchr.Api.Queries;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;
using Benchr.Storage;
using Microsoft.Extensions.Primitives;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>Error records, by id and by words.</summary>
internal sealed class RecordTools(SnapshotHolder holder, KnowledgeStore store, ToolAnswers answers)
{
    [McpServerTool(Name = "get_error", Title = "Get one error record", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(ErrorDetail))]
    [Description("One error record by its id: meaning, causes, checks with commands, fix, questions, sources. For an error text use classify_error, for words search_errors.")]
    public CallToolResult Get(
        [Description("The record's id, provider/code, for instance openai/invalid_api_key; case does not matter. At most 200 characters."), MaxLength(ToolLimits.LongestId)] string id)
    {
        var catalogue = holder.Current.Catalogue;
        return catalogue.FindError(id) is { } error
            ? answers.Of(ErrorDetail.Of(error, answers.Context), RecordBrief.Of(error, 1, answers.Context), ResourceAddresses.LinkTo(error.Record))
            : answers.About("id", ErrorsEndpoints.Unknown(id, catalogue));
    }

    [McpServerTool(Name = "search_errors", Title = "Search error records", ReadOnly = true, Idempotent = true, OpenWorld = false, Destructive = false, UseStructuredContent = true, OutputSchemaType = typeof(ErrorPage))]
    [Description("Finds error records by a few words in any order, best first; beginnings of words and small slips count. For a whole error text classify_error is better.")]
    public CallToolResult Search(
        [Description("The words. At most 200 characters."), MaxLength(ErrorFilter.LongestQuery)] string query,
        [Description("Only records of this provider, by its id. At most 64 characters."), MaxLength(ToolLimits.LongestName)] string? provider = null,
        [Description("Only records of this kind of failure.")] Category? category = null,
        [Description("How many, from 1 to 100; 20 when left out."), Range(1, QueryReader.MostItems)] int? limit = null)
    {
        var filters = new QueryCollection(new[]
        {
            ("q", query),
            ("provider", provider),
            ("category", category is { } kind ? Word.Of(kind) : null),
            ("limit", limit?.ToString(CultureInfo.InvariantCulture)),
        }.Where(filter => filter.Item2 is not null).ToDictionary(filter => filter.Item1, filter => new StringValues(filter.Item2)));
        var snapshot = holder.Current;
        return ErrorFilter.Parse(filters, snapshot.Catalogue, out var problem) is { } filter
            && ErrorSearch.Find(filter, snapshot, store, answers.Context, out problem) is { } page
            ? answers.Of(page, TextOf(page), page.Items.Select(ResourceAddresses.LinkTo))
            : answers.Of(problem!, ("q", "query"));
    }

    private static string TextOf(ErrorPage page)
    {
        var writer = new MarkdownWriter().Prose(page.Total == 0
            ? "No record has these words. Use fewer or other words, or classify_error with the error's text."
            : string.Create(CultureInfo.InvariantCulture, $"{page.Items.Count} of {page.Total} records, best first:"));
        page.Items.ToList().ForEach(item => writer.Item(ProviderMarkdown.Item(item)));
        return writer.ToString();
    }
}
