using System.Text;
using Benchr.Api.Answers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Benchr.Api.OpenApi;

/// <summary>The document in each version and notation, written once.</summary>
internal sealed class OpenApiDocuments(ISwaggerProvider provider, TimeProvider time)
{
    private readonly Lazy<RenderedAnswer> json = new(() => Render(provider, time, "application/json; charset=utf-8", document => document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)));
    private readonly Lazy<RenderedAnswer> json30 = new(() => Render(provider, time, "application/json; charset=utf-8", async document => OpenApi30.Mend(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0))));
    private readonly Lazy<RenderedAnswer> yaml = new(() => Render(provider, time, "application/yaml; charset=utf-8", document => document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1)));

    /// <summary>OpenAPI 3.1 as JSON.</summary>
    public RenderedAnswer Json => json.Value;

    /// <summary>OpenAPI 3.0 as JSON, for generators that cannot read 3.1.</summary>
    public RenderedAnswer Json30 => json30.Value;

    /// <summary>OpenAPI 3.1 as YAML.</summary>
    public RenderedAnswer Yaml => yaml.Value;

    private static RenderedAnswer Render(ISwaggerProvider provider, TimeProvider time, string contentType, Func<OpenApiDocument, Task<string>> write)
    {
        // Nothing here waits for anything: the writers are asynchronous in name.
        var text = write(provider.GetSwagger(OpenApiSetup.Document)).GetAwaiter().GetResult();
        return new RenderedAnswer(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n"), contentType, time.GetUtcNow());
    }
}
