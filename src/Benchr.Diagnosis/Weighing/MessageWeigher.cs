using System.Runtime.InteropServices;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Readings;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs the messages that were found.</summary>
internal static class MessageWeigher
{
    /// <summary>What is left of a template where another explains more of the same words literally.</summary>
    private const double LessSpecificShare = 0.5;

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
        found.Sort(static (left, right) => left.Owner.Index.CompareTo(right.Owner.Index) is not 0 and var order ? order : right.Weight.CompareTo(left.Weight));
        for (var start = 0; start < found.Count;)
        {
            var record = found[start].Owner.Index;
            var end = start + 1;
            while (end < found.Count && found[end].Owner.Index == record)
            {
                end++;
            }

            WeighRecord(CollectionsMarshal.AsSpan(found)[start..end], scoreboard.Record(record));
            start = end;
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

    /// <summary>Weighs the messages of one record, the weightiest first.</summary>
    private static void WeighRecord(ReadOnlySpan<Sighting> own, CandidateScore score)
    {
        foreach (var sighting in own)
        {
            sighting.IsExplained = IsOutdone(sighting, own);
        }

        var counted = 0;
        for (var index = 0; index < own.Length; index++)
        {
            var sighting = own[index];
            if (sighting.IsExplained)
            {
                continue;
            }

            score.Add(new Sign(
                EvidenceKind.Message, sighting.Match.Start, sighting.Match.End, sighting.Weight * (counted++ == 0 ? 1 : Weights.FurtherMessage) * sighting.Specificity));
            Vote(own[index..], score);
        }
    }

    /// <summary>
    /// The same words again under another template tell which cause, not once more which record: as much as the weightiest template
    /// of each cause does, and less where another cause's explains more of the words literally.
    /// </summary>
    private static void Vote(ReadOnlySpan<Sighting> own, CandidateScore score)
    {
        var mostSpecific = own[0];
        foreach (var sighting in own)
        {
            if (!sighting.IsExplained && sighting.Match.Overlaps(own[0].Match) && sighting.Match.Matched > mostSpecific.Match.Matched)
            {
                mostSpecific = sighting;
            }
        }

        for (var index = 0; index < own.Length; index++)
        {
            var sighting = own[index];
            if (sighting.IsExplained || !sighting.Match.Overlaps(own[0].Match))
            {
                continue;
            }

            // In the order of their weight the first of a cause is its weightiest.
            if (sighting.Owner.Cause >= 0 && !HasVoted(own[..index], sighting.Owner.Cause, own[0].Match))
            {
                var isMostSpecific = sighting.Owner.Cause == mostSpecific.Owner.Cause || mostSpecific.Owner.Cause < 0;
                score.AddToCause(sighting.Owner.Cause, sighting.Weight * (isMostSpecific ? 1 : LessSpecificShare));
            }
        }

        foreach (var sighting in own)
        {
            sighting.IsExplained |= sighting.Match.Overlaps(own[0].Match);
        }
    }

    private static bool HasVoted(ReadOnlySpan<Sighting> before, int cause, TemplateMatch message)
    {
        foreach (var sighting in before)
        {
            if (!sighting.IsExplained && sighting.Owner.Cause == cause && sighting.Match.Overlaps(message))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A template found in part, whose words another has in whole: the part that is missing is what would have told its
    /// cause, so it says nothing.
    /// </summary>
    private static bool IsOutdone(Sighting sighting, ReadOnlySpan<Sighting> own)
    {
        if (sighting.Match.IsWhole)
        {
            return false;
        }

        foreach (var other in own)
        {
            if (other.Match.IsWhole && other.Match.Overlaps(sighting.Match) && (!sighting.Match.IsCut || other.Match.Matched >= sighting.Match.Matched))
            {
                return true;
            }
        }

        return false;
    }

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

        /// <summary>Whether its words have been counted, or say nothing beside another sighting.</summary>
        public bool IsExplained { get; set; }

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
}
