using Benchr.Knowledge.Reading;

namespace Benchr.Knowledge.Tests;

/// <summary>A seed folder of one good provider and one good record, to be broken by a test.</summary>
internal sealed class SeedFolder : IDisposable
{
    public const string ProviderFile = "providers/acme.yaml";
    public const string RecordFile = "errors/acme/broken.yaml";

    public const string Provider = """
        id: acme
        name: Acme
        kind: api
        summary: Serves anvils.
        envelope: An error object.
        """;

    public const string Record = """
        provider: acme
        code: broken
        title: The anvil is broken
        summary: It fell on something harder.
        depth: brief
        status: [500]
        category: server-error
        severity: medium
        retry:
          advice: backoff
        meaning: There is no anvil.
        causes:
          - slug: fell
            title: It fell
            explanation: From a cliff.
            fix: Order another one.
            signatures:
              - "The anvil {name} is broken"
        fix: Order another one.
        faq:
          - question: Why?
            answer: Gravity.
          - question: When?
            answer: Now.
        sources:
          - title: Acme error reference
            url: https://example.org/errors
            verified: 2026-01-01
        changelog:
          - date: 2026-01-01
            note: First published.
        examples:
          - text: The anvil 7 is broken
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("benchr-knowledge-").FullName;

    public SeedFolder()
    {
        Write(ProviderFile, Provider);
        Write(RecordFile, Record);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The record with one passage replaced.</summary>
    public void Break(string passage, string replacement)
    {
        Assert.Contains(passage, Record, StringComparison.Ordinal);
        Write(RecordFile, Record.Replace(passage, replacement, StringComparison.Ordinal));
    }

    public SeedContent Read() => SeedReader.Read(folder, new DateOnly(2026, 6, 1));
}
