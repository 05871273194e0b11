using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs what speaks for a provider besides single words: its own phrases, the shape of the body, the model, the hint.</summary>
internal sealed class ProviderWeigher(CompiledCatalogue compiled, ReadPaste read, Scoreboard scoreboard)
{
    /// <summary>A phrase of so many symbols counts in full.</summary>
    private const double FullLength = 16;

    private readonly HashSet<int> senders = [];

    /// <summary>Adds what speaks for providers.</summary>
    public void Weigh(List<TemplateMatch> matches, string? hint)
    {
        WeighTexts(matches);
        WeighEnvelopes();
        WeighKeys();
        if (hint is not null && compiled.Catalogue.FindProvider(hint) is { } provider)
        {
            var index = compiled.Catalogue.Providers.Index().First(pair => pair.Item == provider).Index;
            scoreboard.Provider(index).Add(Sign.Told(EvidenceKind.Hint, Weights.Hint));
        }
    }

    /// <summary>Of each provider's own phrases the fullest counts.</summary>
    private void WeighTexts(List<TemplateMatch> matches)
    {
        var fullest = new Dictionary<int, TemplateMatch>();
        foreach (var match in matches)
        {
            var owner = compiled.Owners[match.Owner];
            if (owner.Kind == OwnerKind.Provider && match.IsWhole && (!fullest.TryGetValue(owner.Index, out var known) || match.Matched > known.Matched))
            {
                fullest[owner.Index] = match;
            }
        }

        foreach (var (provider, match) in fullest)
        {
            var weight = Weights.ProviderText * Math.Min(1, match.Matched / FullLength);
            scoreboard.Provider(provider).Add(new Sign(EvidenceKind.Text, match.Start, match.End, weight));
        }
    }

    private void WeighKeys()
    {
        if (read.Echoes.Count == 0)
        {
            return;
        }

        foreach (var (index, provider) in compiled.Catalogue.Providers.Index())
        {
            if (read.Echoes.FirstOrDefault(echo => echo.Providers.Contains(provider.Id)) is { } own)
            {
                scoreboard.Provider(index).Add(
                    new Sign(EvidenceKind.Key, own.Start, own.End, Weights.Key / Math.Sqrt(own.Providers.Count)));
            }
        }
    }

    private void WeighEnvelopes()
    {
        if (read.Structure.Fields.Count == 0)
        {
            return;
        }

        // The fields of a body that stands in a string of another are listed among that one's.
        var bodies = read.Structure.Fields.ToArray();
        var roots = Array.ConvertAll(bodies, field => read.Structure.Containers[field.Container].Document);
        Array.Sort(roots, bodies);
        var counted = new HashSet<int>();
        for (var end = bodies.Length; end > 0;)
        {
            // The last body first: where a log shows several, what it ends with counts.
            var start = end - 1;
            while (start > 0 && roots[start - 1] == roots[start])
            {
                start--;
            }

            WeighBody(bodies.AsSpan(start, end - start), read.Structure.Containers[roots[start]].Start, counted);
            end = start;
        }
    }

    private void WeighBody(ReadOnlySpan<Field> body, int place, HashSet<int> counted)
    {
        var marks = 0UL;
        foreach (ref readonly var field in body)
        {
            marks |= EnvelopeShape.MarkOf(field.Name(read.Text));
        }

        // The shape with the most fields explains the body best, and the largest come first; one that several providers share tells less.
        var most = 0;
        senders.Clear();
        foreach (var shape in compiled.Envelopes)
        {
            if (shape.FieldCount < most)
            {
                break;
            }

            if (shape.Fits(read.Structure, body, marks))
            {
                most = shape.FieldCount;
                senders.UnionWith(shape.Providers);
            }
        }

        foreach (var provider in senders)
        {
            if (counted.Add(provider))
            {
                scoreboard.Provider(provider).Add(new Sign(EvidenceKind.Envelope, place, place + 1, Weights.Envelope / Math.Sqrt(senders.Count)));
            }
        }
    }
}
