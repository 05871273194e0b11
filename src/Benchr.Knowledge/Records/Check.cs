using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Records;

/// <summary>One step of the ninety-second diagnosis.</summary>
public sealed record Check
{
    /// <summary>Kebab-case name, unique inside the record.</summary>
    public required string Slug { get; init; }

    /// <summary>The question that the step answers.</summary>
    public required string Title { get; init; }

    /// <summary>What to run, by shell or language; the same step in each.</summary>
    public required IReadOnlyDictionary<Shell, string> Commands { get; init; }

    /// <summary>What can come out and what each means.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }
}

/// <summary>Where a command of a check is run.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Shell>))]
public enum Shell
{
    /// <summary>A POSIX shell with bash's expansions.</summary>
    Bash,

    /// <summary>PowerShell 7.</summary>
    Powershell,

    /// <summary>Python 3.</summary>
    Python,

    /// <summary>Node.js.</summary>
    Node,
}

/// <summary>One way a check can come out.</summary>
public sealed record Outcome
{
    /// <summary>Kebab-case name, unique inside the check.</summary>
    public required string Slug { get; init; }

    /// <summary>What the person sees.</summary>
    public required string When { get; init; }

    /// <summary>A regular expression over the raw output that recognises this outcome; run without backtracking.</summary>
    public string? Match { get; init; }

    /// <summary>What that says.</summary>
    public required string Means { get; init; }

    /// <summary>The cause this points to.</summary>
    public string? Cause { get; init; }

    /// <summary>Causes that this excludes.</summary>
    public IReadOnlyList<string> RulesOut { get; init => field = value ?? []; } = [];

    /// <summary>The check to go on with.</summary>
    public string? Next { get; init; }
}
