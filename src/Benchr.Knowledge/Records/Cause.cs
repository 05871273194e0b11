namespace Benchr.Knowledge.Records;

/// <summary>One distinct situation behind a code that is fixed in its own way.</summary>
public sealed record Cause
{
    /// <summary>Kebab-case name, unique inside the record.</summary>
    public required string Slug { get; init; }

    /// <summary>The situation in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How it comes about and how it shows itself, in Markdown.</summary>
    public required string Explanation { get; init; }

    /// <summary>What to do about it, in Markdown.</summary>
    public required string Fix { get; init; }

    /// <summary>Message templates that the API emits in this situation: literal text with <c>{placeholders}</c>.</summary>
    public IReadOnlyList<string> Signatures { get; init => field = value ?? []; } = [];

    /// <summary>Facts of a reading that speak for this cause.</summary>
    public IReadOnlyList<Signal> Signals { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Whether the cause says only that something else failed, as wrappers do: any other record that the same paste supports on its
    /// own is then the better answer.
    /// </summary>
    public bool Yields { get; init; }

    /// <summary>Why no check tells this cause, where none does.</summary>
    public string? Unchecked { get; init; }

    /// <summary>The cause's own category where it differs from the record's.</summary>
    public Category? Category { get; init; }

    /// <summary>The cause's own retry advice where it differs from the record's.</summary>
    public Retry? Retry { get; init; }
}

/// <summary>One fact of a reading that speaks for a cause.</summary>
public sealed record Signal
{
    /// <summary>The fact's name, for instance <c>status</c>, <c>param</c>, <c>reason</c> or <c>keyRelation</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>What the fact must say: literal text with <c>{placeholders}</c>, compared as a whole, case ignored.</summary>
    public required string Value { get; init; }
}
