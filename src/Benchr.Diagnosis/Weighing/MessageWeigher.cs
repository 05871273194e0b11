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

    /// <summary>What the growth of a weight comes to, by the number of symbols; longer messages are rare.</summary>
    private static readonly double[] Growth = [.. Enumerable.Range(0, 512).Select(matched => Math.Pow(matched, Weights.MessageGrowth))];

    /// <summary>Adds the messages to the records they speak for.</summary>
    public static void Weigh(ReadPaste read, CompiledCatalogue compiled, List<TemplateMatch> matches, Scoreboard scoreboard)
    {
        var found = new List<Sighting>(matches.Count);
        foreach (var match in matches)
        {
            var owner = compiled.Owners[match.Owner];
            if (owner.Kind != OwnerKind.Provider && (match.IsWhole || PartialMessage.SaysSomething(read.Text.AsSpan(match.Start, match.End - match.Start))))
            {
                found.Add(new Sighting(match, owner, WeightOf(match, read) * ShareOf(owner)));
            }
        }

        var sightings = new Sightings(found, compiled);
        found.Sort(static (left, right) => left.Owner.Index.CompareTo(right.Owner.Index) is not 0 and var byRecord ? byRecord
            : right.Weight.CompareTo(left.Weight) is not 0 and var byWeight ? byWeight
            : left.Match.Template.CompareTo(right.Match.Template));
        for (var start = 0; start < found.Count;)
        {
            var record = found[start].Owner.Index;
            var end = start + 1;
            while (end < found.Count && found[end].Owner.Index == record)
            {
                end++;
            }

            WeighRecord(CollectionsMarshal.AsSpan(found)[start..end], sightings, scoreboard.Record(record));
            start = end;
        }
    }

    /// <summary>Long messages count more, cut ones less, and more again where they are all that was pasted.</summary>
    private static double WeightOf(TemplateMatch match, ReadPaste read)
    {
        var weight = Weights.MessageFactor
            * (match.Matched < Growth.Length ? Growth[match.Matched] : Math.Pow(match.Matched, Weights.MessageGrowth))
            * (match.IsWhole ? 1 : Math.Pow(match.Coverage, match.IsCut ? Weights.CutPower : Weights.DivergedPower))
            * (match.HasOtherNumber ? Weights.OtherNumberShare : 1)
            * (1 + (Weights.WholePaste * match.Matched / read.Folded.Length));
        return weight <= Weights.MessageLimit ? weight : Weights.MessageLimit + (Weights.BeyondLimit * (weight - Weights.MessageLimit));
    }

    private static double ShareOf(TemplateOwner owner) => owner.Kind == OwnerKind.Alias ? Weights.Alias : 1;

    /// <summary>Weighs the messages of one record, the weightiest first.</summary>
    private static void WeighRecord(ReadOnlySpan<Sighting> own, Sightings sightings, CandidateScore score)
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
                EvidenceKind.Message, sighting.Match.Start, sighting.Match.End, sighting.Weight * (counted++ == 0 ? 1 : Weights.FurtherMessage) * sightings.SpecificityOf(sighting)));
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
                // A message that two causes have alike does not tell which of them it is.
                var isMostSpecific = sighting.Owner.Cause == mostSpecific.Owner.Cause || mostSpecific.Owner.Cause < 0
                    || (sighting.Match.Matched == mostSpecific.Match.Matched && sighting.Weight == mostSpecific.Weight);
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
}
