namespace Benchr.Diagnosis.Weighing;

/// <summary>What speaks for one record, or for one provider.</summary>
internal sealed class CandidateScore
{
    private readonly List<Sign> own = [];
    private CandidateScore? provider;
    private double unseen;

    /// <summary>Index of the record, or of the provider.</summary>
    public int Index { get; private set; }

    /// <summary>The sum of the evidence.</summary>
    public double Weight { get; private set; }

    /// <summary>The sum of the evidence without that for the record's provider.</summary>
    public double OwnWeight => Weight - unseen - ProviderWeight;

    /// <summary>The sum of the evidence for the record's provider.</summary>
    public double ProviderWeight => provider?.Weight ?? 0;

    /// <summary>The evidence, that for the record's provider included.</summary>
    public IEnumerable<Sign> Signs => provider is null ? own : own.Concat(provider.own);

    /// <summary>The sum of what speaks for each cause.</summary>
    public List<(int Cause, double Weight)> Causes { get; } = [];

    /// <summary>Makes the score as if nothing had been seen.</summary>
    public void Reset(int index)
    {
        Index = index;
        Weight = 0;
        unseen = 0;
        provider = null;
        own.Clear();
        Causes.Clear();
    }

    /// <summary>Adds a piece of evidence. Of evidence over the same words the weightiest counts, the rest only a little.</summary>
    public void Add(Sign sign)
    {
        for (var index = 0; index < own.Count && sign is { Weight: > 0, Start: >= 0 }; index++)
        {
            var other = own[index];
            if (other.Weight <= 0 || other.Start >= sign.End || sign.Start >= other.End)
            {
                continue;
            }

            if (other.Weight >= sign.Weight)
            {
                sign = sign with { Weight = sign.Weight * Weights.SameWords };
                break;
            }

            own[index] = other with { Weight = other.Weight * Weights.SameWords };
            Weight += own[index].Weight - other.Weight;
        }

        own.Add(sign);
        Weight += sign.Weight;
    }

    /// <summary>Adds what speaks for the record's provider.</summary>
    public void Add(CandidateScore ofProvider)
    {
        provider = ofProvider;
        Weight += ofProvider.Weight;
    }

    /// <summary>Adds how likely the record is before anything is seen; it is no evidence.</summary>
    public void AddPrior(double prior)
    {
        Weight += prior;
        unseen += prior;
    }

    /// <summary>Adds what speaks for a cause; it does not speak for the record anew.</summary>
    public void AddToCause(int cause, double weight)
    {
        for (var index = 0; index < Causes.Count; index++)
        {
            if (Causes[index].Cause == cause)
            {
                Causes[index] = (cause, Causes[index].Weight + weight);
                return;
            }
        }

        Causes.Add((cause, weight));
    }
}
