using System.Text.Json;

namespace Benchr.Evaluation;

/// <summary>A paste, and what a reader found it to be.</summary>
internal sealed record LabelledPaste(
    string Id, string Provider, IReadOnlyList<string> Labels, string? Cause, int? Status, string Form, string Text, string? Source)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Whether the text must not be diagnosed as an error of an LLM API.</summary>
    public bool IsNegative => Provider == "none";

    /// <summary>Reads a file with one paste a line.</summary>
    public static IEnumerable<LabelledPaste> ReadFile(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<LabelledPaste>(line, Options)
                ?? throw new InvalidDataException($"'{path}' holds an empty line"));
}
