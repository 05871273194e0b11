using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Readings;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs the status, and the facts that causes name.</summary>
internal sealed class FactWeigher(CompiledCatalogue compiled, ReadPaste read, Scoreboard scoreboard)
{
    private readonly Dictionary<(string Name, string Provider), List<(Fact Fact, FoldedText Folded)>> folded = [];

    /// <summary>Adds what the facts say to the records that something else speaks for.</summary>
    public void Weigh()
    {
        AddRecordsOfStatus();
        foreach (var score in scoreboard.Records)
        {
            var record = compiled.Catalogue.Errors[score.Index].Record;
            WeighStatus(score, record);
            foreach (var signal in compiled.Signals[score.Index])
            {
                WeighSignal(score, record, signal);
            }
        }
    }

    /// <summary>Whose answer it is and its status may be all that a paste tells; often that is enough.</summary>
    private void AddRecordsOfStatus()
    {
        if (read.Status is { } status)
        {
            foreach (var provider in scoreboard.Providers.Where(score => score.Weight >= Weights.NamedProvider))
            {
                foreach (var record in compiled.RecordsOf(provider.Index, status.Value))
                {
                    scoreboard.Record(record);
                }
            }
        }
    }

    private void WeighStatus(CandidateScore score, ErrorRecord record)
    {
        if (read.Status is { } status && record.Status.Count > 0)
        {
            var weight = !record.Status.Contains(status.Value) ? Weights.StatusMismatch
                : compiled.RecordsOf(compiled.ProviderOf[score.Index], status.Value).Count == 1 ? Weights.OnlyOneOfStatus
                : record.Code == status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) ? Weights.StatusIsCode
                : Weights.Status;
            score.Add(new Sign(EvidenceKind.Status, status.Start, status.End, weight));
        }
    }

    private void WeighSignal(CandidateScore score, ErrorRecord record, CompiledSignal signal)
    {
        foreach (var (fact, value) in Facts(signal.Fact, record.Provider))
        {
            if (signal.IsMet(value))
            {
                score.Add(new Sign(EvidenceKind.Fact, fact.Start, fact.End, Weights.Fact));
                score.AddToCause(signal.Cause, Weights.Fact);
                return;
            }
        }
    }

    /// <summary>The facts of a name, each folded once however many signals ask for it.</summary>
    private List<(Fact Fact, FoldedText Folded)> Facts(string name, string provider)
    {
        // What these two say depends on who is asked.
        var key = (name, name is FactNames.KeyRelation or FactNames.ModelStatus ? provider : "");
        if (!folded.TryGetValue(key, out var facts))
        {
            IEnumerable<Fact> found = name switch
            {
                FactNames.KeyRelation => Maybe(KeyRelation(provider)),
                FactNames.ModelStatus => Maybe(ModelStatus(provider)),
                FactNames.Status => Maybe(Status()),
                _ => read.FactsNamed(name),
            };
            folded[key] = facts = [.. found.Select(fact => (fact, FoldedText.Of(fact.Value)))];
        }

        return facts;
    }

    private static IEnumerable<Fact> Maybe(Fact? fact) => fact is null ? [] : [fact];

    private Fact? Status() => read.Status is { } status
        ? new Fact(FactNames.Status, status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), status.Start, status.End)
        : null;

    /// <summary>Where the model stands in its life on the record's platform.</summary>
    private Fact? ModelStatus(string platform) =>
        ModelReader.Find(compiled.Catalogue, read.Model, platform) is { } model
            ? new Fact(FactNames.ModelStatus, Word.Of(model.Model.StatusOn(read.Today)), -1, -1)
            : null;

    /// <summary>Whose key the paste echoes, seen from a provider: its own, or somebody else's.</summary>
    private Fact? KeyRelation(string provider)
    {
        var echo = read.Echoes.Count > 0 ? read.Echoes[0] : null;
        return echo is null
            ? null
            : new Fact(FactNames.KeyRelation, echo.Providers.Contains(provider) ? "own" : "foreign", echo.Start, echo.End);
    }
}
