using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Readings;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs the messages that were found.</summary>
internal static class MessageWeigher
{
    /// <summary>Adds the messages to the records they speak for.</summary>
    public static void Weigh(ReadPaste read, CompiledCatalogue compiled, IReadOnlyList<TemplateMatch> matches, Scoreboard scoreboard)
    {
        var found = new List<Sighting>();
        foreach (var match in matches)
        {
            var owner = compiled.Owners[match.Owner];
            if (owner.Kind != OwnerKind.Provider)
            {
                found.Add(new Sighting(match, owner, WeightOf(match, read) * ShareOf(owner)));
            }
        }

        found.Sort(static (left, right) => left.Match.Start.CompareTo(right.Match.Start));
        CompareOverlapping(found, compiled);
        foreach (var group in found.GroupBy(sighting => sighting.Owner.Index))
        {
            WeighRecord(group, scoreboard.Record(group.Key));
        }
    }

    /// <summary>Tells each sighting who else claims its words. In the order of their beginnings, only neighbours can overlap.</summary>
    private static void CompareOverlapping(List<Sighting> found, CompiledCatalogue compiled)
    {
        for (var first = 0; first < found.Count; first++)
        {
            var sighting = found[first];
            for (var second = first + 1; second < found.Count && found[second].Match.Start < sighting.Match.End; second++)
            {
                sighting.Meet(found[second], compiled);
                found[second].Meet(sighting, compiled);
            }
        }
    }

    /// <summary>Long messages count more, cut ones less, and more again where they are all that was pasted.</summary>
    private static double WeightOf(TemplateMatch match, ReadPaste read)
    {
        var weight = Weights.MessageFactor
            * Math.Pow(match.Matched, Weights.MessageGrowth)
            * Math.Pow(match.Coverage, match.IsCut ? Weights.CutPower : Weights.DivergedPower)
            * (match.HasOtherNumber ? Weights.OtherNumberShare : 1)
            * (1 + (Weights.WholePaste * match.Matched / read.Folded.Length));
        return weight <= Weights.MessageLimit ? weight : Weights.MessageLimit + (Weights.BeyondLimit * (weight - Weights.MessageLimit));
    }

    private static double ShareOf(TemplateOwner owner) => owner.Kind == OwnerKind.Alias ? Weights.Alias : 1;

    private static void WeighRecord(IEnumerable<Sighting> own, CandidateScore score)
    {
        var sightings = own.ToList();
        sightings.RemoveAll(sighting => IsOutdone(sighting, sightings));
        sightings.Sort(static (left, right) => right.Weight.CompareTo(left.Weight));
        var counted = new List<CountedMessage>();
        foreach (var sighting in sightings)
        {
            var message = counted.Find(message => message.Match.Overlaps(sighting.Match));
            if (message is null)
            {
                var share = counted.Count == 0 ? 1 : Weights.FurtherMessage;
                counted.Add(message = new CountedMessage(sighting.Match));
                score.Add(new Sign(EvidenceKind.Message, sighting.Match.Start, sighting.Match.End, sighting.Weight * share * sighting.Specificity));
            }

            // The same words again under another template tell which cause, not once more which record.
            message.Add(sighting);
        }

        foreach (var (cause, weight) in counted.SelectMany(message => message.Votes()))
        {
            score.AddToCause(cause, weight);
        }
    }

    /// <summary>
    /// A template found in part, whose words another has in whole: the part that is missing is what would have told its
    /// cause, so it says nothing.
    /// </summary>
    private static bool IsOutdone(Sighting sighting, List<Sighting> own) =>
        !sighting.Match.IsWhole
        && own.Exists(other => other.Match.IsWhole
            && other.Match.Overlaps(sighting.Match)
            && (!sighting.Match.IsCut || other.Match.Matched >= sighting.Match.Matched));

    /// <summary>A message of a record, and who else claims its words.</summary>
    private sealed class Sighting(TemplateMatch match, TemplateOwner owner, double weight)
    {
        /// <summary>More claimants than this change nothing.</summary>
        private const int MostClaimants = 64;

        /// <summary>A message is a part of another that is so many times as long.</summary>
        private const double LongerByThis = 1.3;

        /// <summary>A claim this much weaker is none.</summary>
        private const double LeastClaim = 0.8;

        private List<int>? claimants;
        private bool isReasonPhrase;
        private bool isPartOfAnother;

        public TemplateMatch Match { get; } = match;

        public TemplateOwner Owner { get; } = owner;

        public double Weight { get; } = weight;

        /// <summary>
        /// What several records say alike tells less about each, what is a part of a longer message that is known tells less than
        /// that message, and what every server says with a status tells hardly more than the status.
        /// </summary>
        public double Specificity =>
            (isReasonPhrase ? Weights.ReasonPhraseShare : isPartOfAnother ? Weights.PartShare : 1) / (1 + (Weights.SharedMessage * Math.Log(1 + (claimants?.Count ?? 0))));

        public void Meet(Sighting other, CompiledCatalogue compiled)
        {
            if (other.Owner.Index != Owner.Index && other.Weight >= LeastClaim * Weight
                && (claimants is null || (claimants.Count < MostClaimants && !claimants.Contains(other.Owner.Index))))
            {
                (claimants ??= []).Add(other.Owner.Index);
            }

            isPartOfAnother |= other.Owner.Index != Owner.Index && other.Match.IsWhole && other.Match.Covers(Match)
                && other.Match.Matched > LongerByThis * Match.Matched;
            isReasonPhrase |= compiled.IsStatusRecord[other.Owner.Index] && other.Match.Covers(Match);
        }
    }

    /// <summary>Words of the paste that count for a record, and the templates of its causes that explain them.</summary>
    private sealed class CountedMessage(TemplateMatch match)
    {
        /// <summary>What is left of a template where another explains more of the same words literally.</summary>
        private const double LessSpecificShare = 0.5;

        private readonly List<Sighting> sightings = [];

        public TemplateMatch Match { get; } = match;

        public void Add(Sighting sighting) => sightings.Add(sighting);

        /// <summary>How much the words speak for each cause: as much as the weightiest of its templates does.</summary>
        public IEnumerable<(int Cause, double Weight)> Votes()
        {
            var mostSpecific = sightings.MaxBy(sighting => sighting.Match.Matched)!;
            return sightings
                .Where(sighting => sighting.Owner.Cause >= 0)
                .GroupBy(sighting => sighting.Owner.Cause)
                .Select(group => (group.Key, group.Max(sighting => sighting.Weight)
                    * (group.Key == mostSpecific.Owner.Cause || mostSpecific.Owner.Cause < 0 ? 1 : LessSpecificShare)));
        }
    }
}
