namespace Benchr.Diagnosis.Weighing;

/// <summary>Everything that spoke for a record or a provider so far.</summary>
internal sealed class Scoreboard
{
    private readonly Dictionary<int, CandidateScore> records = [];
    private readonly Dictionary<int, CandidateScore> providers = [];

    /// <summary>The records that something speaks for.</summary>
    public IReadOnlyCollection<CandidateScore> Records => records.Values;

    /// <summary>The providers that something speaks for.</summary>
    public IReadOnlyCollection<CandidateScore> Providers => providers.Values;

    /// <summary>The score of a record.</summary>
    public CandidateScore Record(int index) => Get(records, index);

    /// <summary>The score of a provider.</summary>
    public CandidateScore Provider(int index) => Get(providers, index);

    /// <summary>The score of a provider, or null when nothing spoke for it.</summary>
    public CandidateScore? ProviderIfAny(int index) => providers.GetValueOrDefault(index);

    private static CandidateScore Get(Dictionary<int, CandidateScore> scores, int index)
    {
        if (!scores.TryGetValue(index, out var score))
        {
            scores[index] = score = new CandidateScore(index);
        }

        return score;
    }
}
