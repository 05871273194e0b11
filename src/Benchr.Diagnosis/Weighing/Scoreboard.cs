namespace Benchr.Diagnosis.Weighing;

/// <summary>
/// Everything that spoke for a record or a provider so far. It is lent: who disposes of it leaves its memory to the next paste, and
/// may not ask it or its scores anything afterwards.
/// </summary>
internal sealed class Scoreboard : IDisposable
{
    /// <summary>A paste that had more candidates than this leaves nothing behind.</summary>
    private const int MostKept = 4096;

    /// <summary>The board that the last paste on this thread left.</summary>
    [ThreadStatic]
    private static Scoreboard? lent;

    private readonly Dictionary<int, CandidateScore> records = [];
    private readonly Dictionary<int, CandidateScore> providers = [];
    private readonly List<CandidateScore> kept = [];
    private int used;

    private Scoreboard()
    {
    }

    /// <summary>The records that something speaks for, in the order in which they were first named.</summary>
    public Dictionary<int, CandidateScore>.ValueCollection Records => records.Values;

    /// <summary>The providers that something speaks for, in the order in which they were first named.</summary>
    public Dictionary<int, CandidateScore>.ValueCollection Providers => providers.Values;

    /// <summary>An empty board.</summary>
    public static Scoreboard Open()
    {
        var board = lent ?? new Scoreboard();
        lent = null;
        return board;
    }

    /// <summary>The score of a record.</summary>
    public CandidateScore Record(int index) => Get(records, index);

    /// <summary>The score of a provider.</summary>
    public CandidateScore Provider(int index) => Get(providers, index);

    /// <summary>The score of a provider, or null when nothing spoke for it.</summary>
    public CandidateScore? ProviderIfAny(int index) => providers.GetValueOrDefault(index);

    /// <summary>Leaves the memory to the next paste.</summary>
    public void Dispose()
    {
        if (used > MostKept)
        {
            return;
        }

        records.Clear();
        providers.Clear();
        used = 0;
        lent = this;
    }

    private CandidateScore Get(Dictionary<int, CandidateScore> scores, int index)
    {
        if (!scores.TryGetValue(index, out var score))
        {
            if (used == kept.Count)
            {
                kept.Add(new CandidateScore());
            }

            scores[index] = score = kept[used++];
            score.Reset(index);
        }

        return score;
    }
}
