using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Readings;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Turns a read paste into candidates with evidence.</summary>
internal static class Weigher
{
    /// <summary>The candidates, and what speaks for each provider.</summary>
    public static Scoreboard Weigh(CompiledCatalogue compiled, ReadPaste read, List<TemplateMatch> matches, string? hint)
    {
        var scoreboard = Scoreboard.Open();
        MessageWeigher.Weigh(read, compiled, matches, scoreboard);
        var names = new NameWeigher(compiled, read, scoreboard);
        names.Weigh();
        new ProviderWeigher(compiled, read, scoreboard).Weigh(matches, hint);
        names.WeighCompounds();
        using (var facts = new FactWeigher(compiled, read, scoreboard))
        {
            facts.Weigh();
        }

        var elsewhere = MostNamed(compiled.Elsewhere, scoreboard);
        foreach (var score in scoreboard.Records)
        {
            if (scoreboard.ProviderIfAny(compiled.ProviderOf[score.Index]) is { } provider)
            {
                score.Add(provider);
            }

            if (score.OwnWeight >= Weights.OfItsOwn)
            {
                score.AddPrior(compiled.Catalogue.Providers[compiled.ProviderOf[score.Index]].Prior);
            }

            // Another service that is named more plainly than the provider has most likely sent what the provider would have said alike.
            if (elsewhere is not null && score.Weight > 0 && elsewhere.Weight > score.ProviderWeight)
            {
                score.Add(elsewhere.Signs.MaxBy(sign => sign.Weight) with { Weight = -Weights.Elsewhere * score.Weight });
            }
        }

        return scoreboard;
    }

    /// <summary>The one of some providers that most speaks for; null when nothing speaks for any.</summary>
    private static CandidateScore? MostNamed(int[] providers, Scoreboard scoreboard)
    {
        CandidateScore? most = null;
        foreach (var provider in providers)
        {
            if (scoreboard.ProviderIfAny(provider) is { } score && (most is null || score.Weight > most.Weight))
            {
                most = score;
            }
        }

        return most;
    }
}
