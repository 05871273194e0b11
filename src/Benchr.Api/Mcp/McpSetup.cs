using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;

namespace Benchr.Api.Mcp;

/// <summary>The knowledge as tools, resources and a prompt for agents (Model Context Protocol), over streamable HTTP and without sessions.</summary>
internal static class McpSetup
{
    /// <summary>Where it is served.</summary>
    public const string Address = "/mcp";

    private const string Instructions =
        "Benchr knows the errors of LLM APIs. Given an error text, call classify_error with all of it; it answers cause, fix and whether to retry. "
        + "Where the cause is null or the outcome ambiguous, run the checks of the record (get_error) and send what came out to diagnose_next. "
        + "check_model says whether a model is retired. Where the outcome is unrecognized, say so rather than guess. Never paste keys on purpose; those in an error text are masked.";

    /// <summary>Schemas as strict as JSON is: a number is no text.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static void AddMcp(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CallingRequest>();
        builder.Services.AddScoped<ToolAnswers>();
        builder.Services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "benchr", Title = "Benchr", Version = "1.0.0" };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(http => http.Stateless = true)
            .WithRequestFilters(filters => filters.AddCallToolFilter(ToolCalls.Guard))
            .WithTools<ClassifyTool>(Json)
            .WithTools<RecordTools>(Json)
            .WithTools<DiagnoseTool>(Json)
            .WithTools<ReferenceTools>(Json)
            .WithPrompts<DebugPrompt>(Json)
            .WithListResourceTemplatesHandler(RecordResources.TemplatesAsync)
            .WithListResourcesHandler(RecordResources.ListAsync)
            .WithReadResourceHandler(RecordResources.ReadAsync)
            .WithCompleteHandler(Completions.CompleteAsync);
    }

    public static void MapMcp(this WebApplication app)
    {
        app.UseMcpGuard();
        app.MapMcp(Address).ExcludeFromDescription();
    }
}
