namespace Benchr.Knowledge.Records;

/// <summary>A representative HTTP response.</summary>
public sealed record SampleResponse
{
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Headers worth seeing.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>The body, whole.</summary>
    public required string Body { get; init; }

    /// <summary>What to notice, in Markdown, one each.</summary>
    public IReadOnlyList<string> Notice { get; init => field = value ?? []; } = [];
}

/// <summary>Something people try that does not help.</summary>
public sealed record Misfix
{
    /// <summary>What they do.</summary>
    public required string Action { get; init; }

    /// <summary>Why it does not help.</summary>
    public required string Why { get; init; }
}

/// <summary>A question that people ask, answered.</summary>
public sealed record FaqEntry
{
    /// <summary>The question in one sentence.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, in Markdown.</summary>
    public required string Answer { get; init; }
}

/// <summary>A record that is taken for this one.</summary>
public sealed record RelatedRecord
{
    /// <summary>The other record's id.</summary>
    public required string Id { get; init; }

    /// <summary>How to tell the two apart.</summary>
    public required string Difference { get; init; }
}

/// <summary>Where a claim comes from.</summary>
public sealed record Source
{
    /// <summary>What the page calls itself.</summary>
    public required string Title { get; init; }

    /// <summary>Its https address.</summary>
    public required string Url { get; init; }

    /// <summary>The day it was looked up.</summary>
    public required DateOnly Verified { get; init; }
}

/// <summary>One change of a record.</summary>
public sealed record Change
{
    /// <summary>The day of the change.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What changed.</summary>
    public required string Note { get; init; }
}

/// <summary>A paste that must be diagnosed as its record.</summary>
public sealed record Example
{
    /// <summary>The paste.</summary>
    public required string Text { get; init; }

    /// <summary>The cause that must be named; none where the paste does not tell.</summary>
    public string? Cause { get; init; }
}

/// <summary>A paste that must not be diagnosed as its record.</summary>
public sealed record NearMiss
{
    /// <summary>The paste.</summary>
    public required string Text { get; init; }

    /// <summary>What it is instead.</summary>
    public required string Note { get; init; }
}
