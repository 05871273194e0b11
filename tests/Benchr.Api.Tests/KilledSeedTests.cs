using System.Diagnostics;
using Benchr.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Benchr.Api.Tests;

/// <summary>A process that is killed while it seeds leaves the old state or the new one, never half.</summary>
public sealed class KilledSeedTests : IDisposable
{
    private const int Records = 250;
    private const int Rounds = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("benchr-kill-").FullName;

    private string Database => Path.Combine(folder, "benchr.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_kill_at_any_moment_leaves_the_old_or_the_new_state()
    {
        WriteSeed("state 0");
        var watch = Stopwatch.StartNew();
        await RunAsync(Timeout.InfiniteTimeSpan);
        var whole = watch.Elapsed;

        for (var round = 1; round <= Rounds; round++)
        {
            var (before, after) = ($"state {round - 1}", $"state {round}");
            WriteSeed(after);

            // Spread over the second half of a run, where the writing is.
            await RunAsync(whole * (0.4 + (0.6 * round / Rounds)));

            var titles = Titles();
            Assert.True(titles is [_, Records] && ((string)titles[0] == before || (string)titles[0] == after), string.Join(", ", titles));
            await RunAsync(Timeout.InfiniteTimeSpan);
            Assert.Equal<object>([after, Records], Titles());
        }
    }

    /// <summary>The distinct titles, and the number of records: one title when the state is whole.</summary>
    private List<object> Titles()
    {
        using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddBenchrStorage((storage, _) => storage.DatabasePath = Database)
            .BuildServiceProvider();
        var errors = services.GetRequiredService<KnowledgeStore>().LoadCatalogue().Errors;
        return [.. errors.Select(error => error.Record.Title).Distinct(), errors.Count];
    }

    private async Task RunAsync(TimeSpan killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "seed"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BENCHR_DATABASE"] = Database, ["BENCHR_SEED"] = Path.Combine(folder, "seed") },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (killAfter == Timeout.InfiniteTimeSpan)
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await output + await errors);
            return;
        }

        await Task.Delay(killAfter, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private void WriteSeed(string title)
    {
        Write("providers/acme.yaml", "id: acme\nname: Acme\nkind: api\nsummary: Makes everything.\nenvelope: A fault.\n");
        for (var index = 0; index < Records; index++)
        {
            Write($"errors/acme/code_{index}.yaml", $$"""
                provider: acme
                code: code_{{index}}
                title: {{title}}
                summary: Something failed.
                depth: brief
                category: conflict
                severity: low
                retry: { advice: never }
                meaning: It failed.
                causes: [{ slug: only, title: The only one, explanation: It comes about., fix: Mend it. }]
                fix: Mend it.
                faq: [{ question: "Why?", answer: Because. }, { question: "How?", answer: So. }]
                sources: [{ title: Acme, url: "https://example.org/acme", verified: 2026-01-01 }]
                changelog: [{ date: 2026-01-01, note: First. }]
                examples: [{ text: code_{{index}} }]
                """);
        }
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, "seed", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
