using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Readings;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Serialization;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs the status, and the facts that causes name.</summary>
internal sealed class FactWeigher(CompiledCatalogue compiled, ReadPaste read, Scoreboard scoreboard) : IDisposable
{
    /// <summary>A status below says that the call passed, and most answers that have it are no errors.</summary>
    private const int LeastOfFailure = 400;

    /// <summary>The facts of each name that was asked for, each folded once however many signals ask for it.</summary>
    private readonly List<(Fact Fact, FoldedText Folded)>?[] folded = new List<(Fact, FoldedText)>?[compiled.Facts.Length];

    /// <summary>What depends on who is asked.</summary>
    private readonly Dictionary<(int Name, string Provider), List<(Fact Fact, FoldedText Folded)>> foldedOfProvider = [];

    private static readonly List<(Fact Fact, FoldedText Folded)> None = [];

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

    /// <summary>Leaves the memory of the folded facts to the next paste.</summary>
    public void Dispose()
    {
        foreach (var facts in folded.OfType<List<(Fact Fact, FoldedText Folded)>>().Concat(foldedOfProvider.Values))
        {
            facts.ForEach(fact => fact.Folded.Dispose());
        }
    }

    /// <summary>Whose answer it is and its status may be all that a paste tells; often that is enough.</summary>
    private void AddRecordsOfStatus()
    {
        if (read.Status is { Value: >= LeastOfFailure } status)
        {
            foreach (var provider in scoreboard.Providers)
            {
                if (provider.Weight < Weights.NamedProvider)
                {
                    continue;
                }

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
                : compiled.RecordsOf(compiled.ProviderOf[score.Index], status.Value).Length == 1 ? Weights.OnlyOneOfStatus
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

    private List<(Fact Fact, FoldedText Folded)> Facts(int index, string provider)
    {
        var name = compiled.Facts[index];
        if (name is FactNames.KeyRelation or FactNames.ModelStatus)
        {
            if (!foldedOfProvider.TryGetValue((index, provider), out var facts))
            {
                foldedOfProvider[(index, provider)] = facts = Fold(name == FactNames.KeyRelation ? KeyRelation(provider) : ModelStatus(provider));
            }

            return facts;
        }

        return folded[index] ??= name == FactNames.Status ? Fold(Status()) : Fold(name);
    }

    private List<(Fact Fact, FoldedText Folded)> Fold(string name)
    {
        List<(Fact Fact, FoldedText Folded)>? facts = null;
        foreach (var fact in read.Facts)
        {
            if (fact.Name == name)
            {
                (facts ??= []).Add((fact, FoldedText.Of(fact.Value)));
            }
        }

        return facts ?? None;
    }

    private static List<(Fact Fact, FoldedText Folded)> Fold(Fact? fact) => fact is null ? None : [(fact, FoldedText.Of(fact.Value))];

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
