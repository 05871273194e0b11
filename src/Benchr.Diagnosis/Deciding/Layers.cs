using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Weighing;

namespace Benchr.Diagnosis.Deciding;

/// <summary>Who wrapped whom, as far as the paste names them.</summary>
internal static class Layers
{
    /// <summary>Ids of providers in the order in which they are named first; the one diagnosed stands last, as the innermost.</summary>
    public static IReadOnlyList<string> Of(CompiledCatalogue compiled, Scoreboard scoreboard, Diagnosed? diagnosis)
    {
        var named = scoreboard.Providers
            .Select(score => (
                compiled.Catalogue.Providers[score.Index].Id,
                First: score.Signs
                    .Where(sign => sign.Start >= 0 && sign.Kind is EvidenceKind.Name or EvidenceKind.Exception or EvidenceKind.Host or EvidenceKind.Header)
                    .Select(sign => sign.Start)
                    .DefaultIfEmpty(int.MaxValue)
                    .Min()))
            .Where(layer => layer.First < int.MaxValue && layer.Id != diagnosis?.Error.Record.Provider)
            .OrderBy(layer => layer.First)
            .Select(layer => layer.Id);
        return diagnosis is null ? [.. named] : [.. named, diagnosis.Error.Record.Provider];
    }
}
