using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;

namespace Benchr.Knowledge.Rules;

/// <summary>What the documents of a seed must meet together.</summary>
internal static class SeedRules
{
    public static IEnumerable<KnowledgeProblem> Check(
        IReadOnlyList<SeedFile<Provider>> providers, IReadOnlyList<SeedFile<ErrorRecord>> errors, IReadOnlyList<SeedFile<PlatformModels>> models) =>
        FileNames(providers, errors)
            .Concat(PlatformsExist(providers, models))
            .Concat(ProvidersExist(providers, errors))
            .Concat(Unique(errors))
            .Concat(RelatedExist(errors));

    private static IEnumerable<KnowledgeProblem> FileNames(
        IReadOnlyList<SeedFile<Provider>> providers, IReadOnlyList<SeedFile<ErrorRecord>> errors)
    {
        foreach (var provider in providers.Where(provider => provider.File != $"providers/{provider.Value.Id}.yaml"))
        {
            yield return provider.ProblemAt("id", $"the file of provider '{provider.Value.Id}' is providers/{provider.Value.Id}.yaml");
        }

        foreach (var error in errors)
        {
            var stem = $"errors/{error.Value.Provider}/{FileStem(error.Value.Code)}";
            // A qualifier keeps apart codes that differ in case only, on file systems that do not.
            if (error.File != $"{stem}.yaml" && !(error.File.StartsWith($"{stem}.", StringComparison.Ordinal) && error.File.Count(letter => letter == '.') <= stem.Count(letter => letter == '.') + 2))
            {
                yield return error.ProblemAt("code", $"the file of '{error.Value.Id()}' is {stem}.yaml");
            }
        }
    }

    private static string FileStem(string code) =>
        string.Concat(code.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' ? letter : '-'));

    private static IEnumerable<KnowledgeProblem> ProvidersExist(
        IReadOnlyList<SeedFile<Provider>> providers, IReadOnlyList<SeedFile<ErrorRecord>> errors)
    {
        var known = providers.Select(provider => provider.Value.Id).ToHashSet(StringComparer.Ordinal);
        return errors
            .Where(error => !known.Contains(error.Value.Provider))
            .Select(error => error.ProblemAt(
                "provider", $"there is no provider '{error.Value.Provider}'; add providers/{error.Value.Provider}.yaml"));
    }

    private static IEnumerable<KnowledgeProblem> PlatformsExist(
        IReadOnlyList<SeedFile<Provider>> providers, IReadOnlyList<SeedFile<PlatformModels>> models)
    {
        foreach (var file in models)
        {
            var platform = file.Value.Platform;
            if (!providers.Any(provider => provider.Value.Id == platform))
            {
                yield return file.ProblemAt("platform", $"there is no provider '{platform}'; add providers/{platform}.yaml");
            }

            if (file.File != $"models/{platform}.yaml")
            {
                yield return file.ProblemAt("platform", $"the file of the models of '{platform}' is models/{platform}.yaml");
            }
        }
    }

    private static IEnumerable<KnowledgeProblem> Unique(IReadOnlyList<SeedFile<ErrorRecord>> errors) =>
        errors
            .GroupBy(error => error.Value.Id(), StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(error =>
                error.ProblemAt("code", $"'{group.Key}' stands in {group.First().File} already")));

    private static IEnumerable<KnowledgeProblem> RelatedExist(IReadOnlyList<SeedFile<ErrorRecord>> errors)
    {
        var known = errors.Select(error => error.Value.Id()).ToHashSet(StringComparer.Ordinal);
        foreach (var error in errors)
        {
            foreach (var (index, related) in error.Value.Related.Index())
            {
                var path = $"related[{index}].id";
                if (related.Id == error.Value.Id())
                {
                    yield return error.ProblemAt(path, "a record is not its own look-alike");
                }
                else if (!known.Contains(related.Id))
                {
                    var nearest = Nearest.To(related.Id, known, 1);
                    yield return error.ProblemAt(
                        path, $"there is no record '{related.Id}'{(nearest.Count > 0 ? $"; did you mean '{nearest[0]}'?" : "")}");
                }
            }
        }
    }
}
