using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Rules;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Reading;

/// <summary>Reads the knowledge out of a seed folder.</summary>
public static class SeedReader
{
    /// <summary>Reads and checks every file; all problems of all files are reported together.</summary>
    /// <param name="folder">The folder that holds <c>providers/</c>, <c>errors/</c> and <c>models/</c>.</param>
    /// <param name="today">The day that no date may lie after.</param>
    /// <returns>What was read, and every broken rule.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static SeedContent Read(string folder, DateOnly today)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The seed folder '{Path.GetFullPath(folder)}' does not exist.");
        }

        var problems = new List<KnowledgeProblem>();
        var providers = ReadAll(folder, "providers", (file, text, found) =>
            DocumentReader.Read(file, text, KnowledgeJson.Default.Provider, new ProviderRules(today), found), problems);
        var errors = ReadAll(folder, "errors", (file, text, found) =>
            DocumentReader.Read(file, text, KnowledgeJson.Default.ErrorRecord, new ErrorRecordRules(today), found), problems);

        var models = ReadAll(folder, "models", (file, text, found) =>
            DocumentReader.Read(file, text, KnowledgeJson.Default.PlatformModels, new PlatformModelsRules(today), found), problems);

        problems.AddRange(SeedRules.Check(providers, errors, models));
        return new SeedContent(
            providers,
            errors,
            models,
            [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private static List<SeedFile<T>> ReadAll<T>(
        string folder,
        string part,
        Func<string, string, List<KnowledgeProblem>, SeedFile<T>?> read,
        List<KnowledgeProblem> problems)
    {
        var results = FilesOf(Path.Combine(folder, part))
            .AsParallel()
            .AsOrdered()
            .Select(path =>
            {
                var found = new List<KnowledgeProblem>();
                var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
                return (Document: read(file, File.ReadAllText(path), found), Problems: found);
            })
            .ToList();

        problems.AddRange(results.SelectMany(result => result.Problems));
        return [.. results.Select(result => result.Document).OfType<SeedFile<T>>()];
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}

/// <summary>What a seed folder holds.</summary>
/// <param name="Providers">Its providers, those that meet the rules.</param>
/// <param name="Errors">Its error records, those that meet the rules.</param>
/// <param name="Models">The lifecycles of models by platform, those that meet the rules.</param>
/// <param name="Problems">Every broken rule, by file and line.</param>
public sealed record SeedContent(
    IReadOnlyList<SeedFile<Provider>> Providers,
    IReadOnlyList<SeedFile<ErrorRecord>> Errors,
    IReadOnlyList<SeedFile<PlatformModels>> Models,
    IReadOnlyList<KnowledgeProblem> Problems)
{
    /// <summary>The content as a catalogue, without a database: for checks of the seed.</summary>
    /// <param name="version">What the catalogue is to be called.</param>
    public Catalogue ToCatalogue(string version)
    {
        var known = Providers.Select(file => file.Value.Id).ToHashSet(StringComparer.Ordinal);
        return new Catalogue(
            version,
            DateTimeOffset.UnixEpoch,
            Providers.Select(file => file.Value),
            Errors.Where(file => known.Contains(file.Value.Provider)).Select(file => new CataloguedError(file.Value, "", DateTimeOffset.UnixEpoch, 1)),
            Models.SelectMany(file => file.Value.Whole().Select(model => new CataloguedModel(file.Value.Platform, model, "", DateTimeOffset.UnixEpoch, 1))));
    }
}
