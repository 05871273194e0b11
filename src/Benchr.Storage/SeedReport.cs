using Benchr.Knowledge.Reading;

namespace Benchr.Storage;

/// <summary>What a seed run did, in documents.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Those with new content.</param>
/// <param name="Withdrawn">Those that the seed no longer has.</param>
/// <param name="Unchanged">Those that stayed.</param>
/// <param name="Kept">Those that were edited through the API and left alone.</param>
public sealed record SeedReport(int Added, int Changed, int Withdrawn, int Unchanged, int Kept)
{
    /// <summary>A run that found the seed as it was.</summary>
    public static SeedReport Nothing { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Whether the knowledge is another one now.</summary>
    public bool HasChanges => Added + Changed + Withdrawn > 0;
}

/// <summary>The seed breaks rules; the database was not touched.</summary>
/// <param name="problems">Every broken rule.</param>
public sealed class SeedException(IReadOnlyList<KnowledgeProblem> problems)
    : Exception($"The seed has {problems.Count} problems:{Environment.NewLine}{string.Join(Environment.NewLine, problems.Take(MostShown))}")
{
    private const int MostShown = 50;

    /// <summary>Every broken rule, by file and line.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems { get; } = problems;
}
