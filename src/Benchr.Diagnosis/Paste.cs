namespace Benchr.Diagnosis;

/// <summary>What a user submits.</summary>
public sealed record Paste
{
    /// <summary>Longest text that is read, in UTF-16 code units; a byte limit of the same number is never looser.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>The raw text, as it came.</summary>
    public required string Text { get; init; }

    /// <summary>The id of the provider that the user believes they called; evidence, not an order.</summary>
    public string? Provider { get; init; }

    /// <summary>The HTTP status, where the user knows it and the text may not show it.</summary>
    public int? Status { get; init; }

    /// <summary>Response headers that the text does not show.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
