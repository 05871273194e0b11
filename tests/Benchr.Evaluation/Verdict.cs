namespace Benchr.Evaluation;

/// <summary>A reason that was given for an answer.</summary>
internal sealed record SeenEvidence(string Kind, double Weight, string Text);

/// <summary>What was said of a labelled paste.</summary>
/// <param name="Paste">The paste.</param>
/// <param name="Outcome">The outcome in one word.</param>
/// <param name="Record">The id of the first answer.</param>
/// <param name="Cause">The slug of its cause.</param>
/// <param name="Category">The category of the first answer.</param>
/// <param name="OwnsCause">Whether the first answer has a cause of the labelled slug.</param>
/// <param name="Confidence">How sure the answer was.</param>
/// <param name="Ranked">The ids of all answers, best first.</param>
/// <param name="Evidence">Why.</param>
/// <param name="Time">How long it took.</param>
internal sealed record Verdict(
    LabelledPaste Paste,
    string Outcome,
    string? Record,
    string? Cause,
    string? Category,
    bool OwnsCause,
    double Confidence,
    IReadOnlyList<string> Ranked,
    IReadOnlyList<SeenEvidence> Evidence,
    TimeSpan Time)
{
    private const string StatusProvider = "http/";

    /// <summary>The first answer, where it names an error and not only a status.</summary>
    public string? Answer => Record is not null && !Record.StartsWith(StatusProvider, StringComparison.Ordinal) ? Record : null;

    public bool RecordRight => Answer is not null && Paste.Labels.Contains(Answer);

    public bool InTopThree => RecordRight || Ranked.Take(3).Any(Paste.Labels.Contains);

    public bool ProviderRight => Answer is not null && Paste.Labels.Any(label => ProviderOf(label) == ProviderOf(Answer));

    public bool CauseCounts => Paste.Cause is not null && RecordRight && OwnsCause;

    public bool CauseRight => CauseCounts && Cause == Paste.Cause;

    /// <summary>Whether an error was named in a text that shows none.</summary>
    public bool FalseAlarm => Paste.IsNegative && Answer is not null;

    /// <summary>Whether the first answer, if there is one, is right; for a negative no answer is.</summary>
    public bool Right => Paste.IsNegative ? !FalseAlarm : RecordRight;

    private static string ProviderOf(string id) => id[..id.IndexOf('/', StringComparison.Ordinal)];
}
