using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Benchr.Clients.Tests;

/// <summary>A C# client made from the 3.0 twin of the document: it compiles and calls every operation.</summary>
public sealed class CSharpClientTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Paste = "openai.AuthenticationError: Error code: 401 - {'error': {'code': 'invalid_api_key'}}";

    [Fact]
    public async Task A_generated_client_compiles_and_calls_every_operation()
    {
        var client = await MakeAsync();
        foreach (var operation in service.Operations)
        {
            var answer = await CallAsync(client, operation);

            Assert.True(answer is not null, operation.Id);
            switch (operation.Id)
            {
                case "classifyError":
                    Assert.Equal("openai/invalid_api_key", Read(answer, "Diagnosis", "Error", "Id"));
                    break;
                case "getError":
                    Assert.Equal("invalid_api_key", Read(answer, "Code"));
                    break;
            }
        }
    }

    [Fact]
    public async Task A_problem_is_an_exception_with_its_type()
    {
        var client = await MakeAsync();
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => InvokeAsync(client, "GetErrorAsync", parameter => parameter.Name switch { "provider" => "openai", "code" => "no_such_code", _ => null }));

        Assert.Equal("record-not-found", Read(exception, "Result", "Code"));
    }

    private async Task<object> MakeAsync()
    {
        var type = Compile(await GenerateAsync()).GetType("Generated.BenchrClient")!;
        var client = Activator.CreateInstance(type, service.Client)!;
        type.GetProperty("BaseUrl")!.SetValue(client, service.Address);
        return client;
    }

    private async Task<string> GenerateAsync()
    {
        var document = await OpenApiDocument.FromJsonAsync(await service.Client.GetStringAsync("/openapi/v1-3.0.json", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
        {
            ClassName = "BenchrClient",
            GenerateOptionalParameters = true,
            CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.NewtonsoftJson, GenerateNullableReferenceTypes = true },
        }).GenerateFile();
    }

    private static Assembly Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var output = new MemoryStream();
        var result = compilation.Emit(output, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        return Assembly.Load(output.ToArray());
    }

    /// <summary>Calls an operation with the examples that the document gives.</summary>
    private static Task<object?> CallAsync(object client, Operation operation) => InvokeAsync(
        client,
        char.ToUpperInvariant(operation.Id[0]) + operation.Id[1..] + "Async",
        parameter => parameter.Name == "body"
            ? BodyFor(operation, parameter.ParameterType)
            : ExampleFor(operation.Parameters.FirstOrDefault(declared => declared["name"]!.GetValue<string>() == parameter.Name), parameter.ParameterType));

    /// <summary>Calls a method of the client; arguments that are null count as left out.</summary>
    private static async Task<object?> InvokeAsync(object client, string name, Func<ParameterInfo, object?> argument)
    {
        var method = client.GetType().GetMethods()
            .Where(method => method.Name == name)
            .MaxBy(method => method.GetParameters().Length)
            ?? throw new InvalidOperationException($"The client has no {name}.");
        var task = (Task)method.Invoke(client, [.. method.GetParameters().Select(argument)])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private static object? ExampleFor(JsonObject? declared, Type type) => declared?["example"] switch
    {
        null => null,
        var example when type == typeof(string) => example.ToString(),
        var example when Nullable.GetUnderlyingType(type) == typeof(int) => example.GetValue<int>(),
        _ => null,
    };

    private static object? BodyFor(Operation operation, Type type)
    {
        JsonNode json = operation.Id switch
        {
            "classifyError" => new JsonObject { ["body"] = Paste },
            "classifyErrors" => new JsonArray(new JsonObject { ["body"] = Paste }),
            _ => operation.Bodies!["application/json"]!["example"]!,
        };
        return Newtonsoft.Json.JsonConvert.DeserializeObject(json.ToJsonString(), type);
    }

    private static string? Read(object? value, params string[] members) =>
        members.Aggregate(value, (current, member) => current?.GetType().GetProperty(member)?.GetValue(current))?.ToString();
}
