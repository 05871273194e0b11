using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Benchr.Knowledge.Rules;
using FluentValidation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Benchr.Knowledge.Reading;

/// <summary>Reads one YAML document of one type and checks it against the rules of that type.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="file">How the file is called in problems.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="type">The JSON contract of the type.</param>
    /// <param name="validator">The rules of the type.</param>
    /// <param name="problems">Receives everything that is wrong.</param>
    /// <returns>The document, or null when it could not be understood or breaks a rule.</returns>
    public static SeedFile<T>? Read<T>(
        string file, string text, JsonTypeInfo<T> type, IValidator<T> validator, List<KnowledgeProblem> problems)
        where T : class
    {
        var before = problems.Count;
        if (LoadRoot(file, text, problems) is not { } root)
        {
            return null;
        }

        var sourceMap = new SourceMap();
        var json = new YamlBinder(file, sourceMap, problems).Bind(root, type, "");
        if (problems.Count > before || json is null)
        {
            return null;
        }

        var document = new SeedFile<T>(file, json.Deserialize(type)!, sourceMap);
        foreach (var failure in validator.Validate(document.Value).Errors)
        {
            problems.Add(document.ProblemAt(PropertyPath.ToJson(failure.PropertyName), failure.ErrorMessage));
        }

        return problems.Count > before ? null : document;
    }

    private static YamlNode? LoadRoot(string file, string text, List<KnowledgeProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            problems.Add(new KnowledgeProblem(file, 1, "", $"expected one YAML document, found {stream.Documents.Count}"));
        }
        catch (YamlException exception)
        {
            problems.Add(new KnowledgeProblem(file, (int)Math.Max(1, exception.Start.Line), "", $"not valid YAML: {exception.Message}"));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's parser ends so on some unclosed brackets, without a place.
            problems.Add(new KnowledgeProblem(file, 1, "", "not valid YAML: a bracket, brace or quote is not closed"));
        }

        return null;
    }
}
