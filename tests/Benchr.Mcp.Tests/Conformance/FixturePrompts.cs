using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Mcp.Tests.Conformance;

/// <summary>Prompts of each kind.</summary>
internal sealed class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("A text.")]
    public static string Simple() => "This is a simple prompt for testing.";

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("A text with arguments in it.")]
    public static string WithArguments([Description("The first.")] string arg1, [Description("The second.")] string arg2) =>
        $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'";

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("A resource and a text.")]
    public static IEnumerable<PromptMessage> WithResource([Description("The resource's address.")] string resourceUri) =>
    [
        Of(new EmbeddedResourceBlock { Resource = new TextResourceContents { Uri = resourceUri, MimeType = "text/plain", Text = "Embedded resource content for testing." } }),
        Of(new TextContentBlock { Text = "Please process the embedded resource above." }),
    ];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("An image and a text.")]
    public static IEnumerable<PromptMessage> WithImage() =>
    [
        Of(ImageContentBlock.FromBytes(ContentTools.Pixel, "image/png")),
        Of(new TextContentBlock { Text = "Please analyze the image above." }),
    ];

    private static PromptMessage Of(ContentBlock content) => new() { Role = Role.User, Content = content };
}
