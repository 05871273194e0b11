namespace Benchr.Diagnosis.Matching;

/// <summary>The chains of one text, taken from those of the texts before.</summary>
internal sealed class ChainPool
{
    /// <summary>A text that began more chains than this leaves only so many behind.</summary>
    private const int MostKept = 4096;

    private readonly Dictionary<int, Chain> chains = [];
    private readonly List<Chain> kept = [];
    private int used;

    /// <summary>The chains by template.</summary>
    public Dictionary<int, Chain> All => chains;

    /// <summary>Begins a text.</summary>
    public ChainPool Open()
    {
        if (kept.Count > MostKept)
        {
            kept.RemoveRange(MostKept, kept.Count - MostKept);
        }

        chains.Clear();
        if (chains.EnsureCapacity(0) > 4 * MostKept)
        {
            chains.TrimExcess(MostKept);
        }

        used = 0;
        return this;
    }

    /// <summary>The chain of a template, a new one when the text has begun none.</summary>
    public Chain Of(int template)
    {
        if (!chains.TryGetValue(template, out var chain))
        {
            if (used == kept.Count)
            {
                kept.Add(new Chain());
            }

            chains[template] = chain = kept[used++];
            chain.Reset();
        }

        return chain;
    }
}
