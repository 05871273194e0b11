namespace Benchr.Storage.Tests;

/// <summary>A seed folder that a test writes as it likes, and a database beside it.</summary>
internal sealed class TemporarySeed : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("benchr-storage-").FullName;

    public TemporarySeed(int records = 3)
    {
        Write("providers/acme.yaml", """
            id: acme
            name: Acme
            kind: api
            summary: Makes everything.
            envelope: A fault.
            """);
        for (var index = 0; index < records; index++)
        {
            WriteRecord(index, "first");
        }
    }

    public string Folder => Path.Combine(root, "seed");

    public string Database => Path.Combine(root, "data", "benchr.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    public void WriteRecord(int index, string title) => Write($"errors/acme/code_{index}.yaml", $$"""
        provider: acme
        code: code_{{index}}
        aliases: [alias {{index}}]
        title: {{title}}
        summary: Something failed.
        depth: brief
        status: [400, 422]
        type: acme_error
        category: conflict
        severity: low
        retry: { advice: after-fix, note: After the fix. }
        sdk: [acme.AcmeError]
        meaning: It failed.
        causes:
          - slug: only
            title: The only one
            explanation: It comes about.
            fix: Mend it.
            signatures: ["Acme failed with {code}"]
            signals: [{ fact: status, value: "422" }]
        fix: Mend it.
        faq:
          - { question: "Why?", answer: Because. }
          - { question: "How?", answer: So. }
        sources: [{ title: Acme, url: "https://example.org/acme", verified: 2026-01-01 }]
        changelog: [{ date: 2026-01-01, note: First. }]
        examples: [{ text: Acme failed with 7, cause: only }]
        """);

    public void RemoveRecord(int index) => File.Delete(Path.Combine(Folder, $"errors/acme/code_{index}.yaml"));

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
