namespace Benchr.Diagnosis.Matching;

/// <summary>A stretch of a template's literal that stands in the text.</summary>
/// <param name="Literal">Index of the literal.</param>
/// <param name="LiteralStart">Where the stretch begins in it.</param>
/// <param name="LiteralEnd">Where it ends in it.</param>
/// <param name="TextStart">Where it begins in the text.</param>
/// <param name="TextEnd">Where it ends in the text.</param>
/// <param name="IsOtherNumber">Whether it ends because the text has another number than the literal.</param>
internal readonly record struct Run(int Literal, int LiteralStart, int LiteralEnd, int TextStart, int TextEnd, bool IsOtherNumber = false)
{
    public int Length => TextEnd - TextStart;
}

/// <summary>
/// The runs of one template that follow each other in the text as they do in the template. When the template begins anew
/// (an error that a log shows several times) a new chain begins, and the fuller of the two is kept, the later when equal.
/// </summary>
internal sealed class Chain
{
    private Run last;
    private int matched;
    private bool hasOtherNumber;
    private bool isOpen;

    public int Attempts { get; set; }

    public int BestMatched { get; private set; }

    /// <summary>Whether the best chain breaks off at a number that the template has otherwise.</summary>
    public bool BestHasOtherNumber { get; private set; }

    public int BestStart { get; private set; }

    public int BestEnd { get; private set; }

    /// <summary>The first run of the present chain.</summary>
    public Run First { get; private set; }

    /// <summary>Makes the chain as if nothing had been found.</summary>
    public void Reset()
    {
        (Attempts, BestMatched, BestHasOtherNumber, BestStart, BestEnd) = (0, 0, false, 0, 0);
        (last, First, matched, hasOtherNumber, isOpen) = (default, default, 0, false, false);
    }

    /// <summary>Whether the present chain holds this place of the template at this place of the text already.</summary>
    public bool Covers(Seed seed, int position) =>
        isOpen && (last.Literal > seed.Literal || (last.Literal == seed.Literal && last.LiteralEnd > seed.Offset)) && last.TextEnd > position;

    /// <summary>Appends a run, or begins a new chain with it where it does not follow the last one.</summary>
    public void Add(Run run, int farthest)
    {
        var follows = isOpen
            && (run.Literal > last.Literal || (run.Literal == last.Literal && run.LiteralStart >= last.LiteralEnd))
            && run.TextStart >= last.TextEnd
            && run.TextStart - last.TextEnd <= farthest;
        if (!follows)
        {
            Close();
            First = run;
            matched = 0;
            hasOtherNumber = false;
            isOpen = true;
        }

        else if (run.Literal == last.Literal)
        {
            // Words that the text has and the literal has not: perhaps a frame or a line's prefix, perhaps another message.
            matched -= (run.TextStart - last.TextEnd + 1) / 2;
        }

        last = run;
        matched += run.Length;
        hasOtherNumber |= run.IsOtherNumber;
    }

    /// <summary>Puts a run before the first.</summary>
    public void Prepend(Run run)
    {
        First = run;
        matched += run.Length;
    }

    /// <summary>Ends the present chain and keeps it if it is at least as full as the best so far.</summary>
    public void Close()
    {
        if (isOpen && matched >= BestMatched)
        {
            BestMatched = matched;
            BestHasOtherNumber = hasOtherNumber;
            BestStart = First.TextStart;
            BestEnd = last.TextEnd;
        }

        isOpen = false;
    }
}
