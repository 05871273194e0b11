namespace Benchr.Diagnosis.Weighing;

/// <summary>All messages that were found, in the order of their beginnings: who overlaps whom is found among neighbours.</summary>
internal sealed class Sightings
{
    /// <summary>More claimants than this change nothing.</summary>
    private const int MostClaimants = 64;

    /// <summary>A message is a part of another that is so many times as long.</summary>
    private const double LongerByThis = 1.3;

    /// <summary>A claim this much weaker is none.</summary>
    private const double LeastClaim = 0.8;

    private readonly CompiledCatalogue compiled;
    private readonly Sighting[] byStart;

    /// <summary>How far those before reach, each with its own end.</summary>
    private readonly int[] reach;

    public Sightings(IEnumerable<Sighting> found, CompiledCatalogue compiled)
    {
        this.compiled = compiled;
        byStart = [.. found];
        Array.Sort(byStart, static (left, right) => left.Match.Start.CompareTo(right.Match.Start));
        reach = new int[byStart.Length];
        var farthest = 0;
        for (var place = 0; place < byStart.Length; place++)
        {
            byStart[place].Place = place;
            reach[place] = farthest = Math.Max(farthest, byStart[place].Match.End);
        }
    }

    /// <summary>
    /// What several records say alike tells less about each, what is a part of a longer message that is known tells less than
    /// that message, and what every server says with a status tells hardly more than the status.
    /// </summary>
    public double SpecificityOf(Sighting sighting)
    {
        Span<int> claimants = stackalloc int[MostClaimants];
        var meeting = new Meeting(sighting, claimants);
        for (var place = sighting.Place - 1; place >= 0 && reach[place] > sighting.Match.Start; place--)
        {
            if (byStart[place].Match.End > sighting.Match.Start)
            {
                meeting.Meet(byStart[place], compiled);
            }
        }

        for (var place = sighting.Place + 1; place < byStart.Length && byStart[place].Match.Start < sighting.Match.End; place++)
        {
            meeting.Meet(byStart[place], compiled);
        }

        return meeting.Share / (1 + (Weights.SharedMessage * Math.Log(1 + meeting.Claimants)));
    }

    /// <summary>A sighting meets those that share words with it.</summary>
    private ref struct Meeting(Sighting sighting, Span<int> claimants)
    {
        private readonly Span<int> claimants = claimants;
        private bool isReasonPhrase;
        private bool isPartOfAnother;

        /// <summary>How many other records claim the same words.</summary>
        public int Claimants { get; private set; }

        public readonly double Share => isReasonPhrase ? Weights.ReasonPhraseShare : isPartOfAnother ? Weights.PartShare : 1;

        public void Meet(Sighting other, CompiledCatalogue compiled)
        {
            if (other.Owner.Index != sighting.Owner.Index)
            {
                if (other.Weight >= LeastClaim * sighting.Weight && Claimants < MostClaimants && !claimants[..Claimants].Contains(other.Owner.Index))
                {
                    claimants[Claimants++] = other.Owner.Index;
                }

                isPartOfAnother |= other.Match.IsWhole && other.Match.Matched > LongerByThis * sighting.Match.Matched && other.Match.Covers(sighting.Match);
            }

            isReasonPhrase |= compiled.IsStatusRecord[other.Owner.Index] && other.Match.Covers(sighting.Match);
        }
    }
}
