using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Benchr.Diagnosis;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;

namespace Benchr.Evaluation;

/// <summary>Something that diagnoses pastes.</summary>
internal interface IDiagnoser
{
    /// <summary>Diagnoses a paste.</summary>
    public Task<Verdict> JudgeAsync(LabelledPaste paste);
}

/// <summary>The engine in this process.</summary>
internal sealed class EngineDiagnoser(DiagnosisEngine engine) : IDiagnoser
{
    public static Catalogue ReadCatalogue(string folder)
    {
        var content = SeedReader.Read(folder, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));
        foreach (var problem in content.Problems.Take(10))
        {
            Console.Error.WriteLine(problem);
        }

        return content.ToCatalogue("evaluation");
    }

    public Task<Verdict> JudgeAsync(LabelledPaste paste) => Task.FromResult(Judge(paste));

    public Verdict Judge(LabelledPaste paste)
    {
        var watch = Stopwatch.StartNew();
        var result = engine.Diagnose(new Paste { Text = paste.Text });
        watch.Stop();
        var diagnosis = result.Diagnosis;
        return new Verdict(
            paste,
            result.Outcome.ToString().ToLowerInvariant(),
            diagnosis?.Error.Record.Id(),
            diagnosis?.Cause?.Slug,
            diagnosis?.Error.Record.Category is { } category ? Benchr.Knowledge.Serialization.Word.Of(category) : null,
            diagnosis?.Error.Record.Causes.Any(cause => cause.Slug == paste.Cause) ?? false,
            diagnosis?.Confidence ?? 0,
            [.. (diagnosis is null ? [] : new[] { diagnosis.Error.Record.Id() }).Concat(result.Alternatives.Select(candidate => candidate.Error.Record.Id()))],
            [.. (diagnosis?.Evidence ?? []).Select(evidence => new SeenEvidence(evidence.Kind.ToString().ToLowerInvariant(), evidence.Weight, evidence.Text))],
            watch.Elapsed);
    }
}

/// <summary>A running service.</summary>
internal sealed class ServiceDiagnoser(Uri address) : IDiagnoser, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = address };
    private readonly Dictionary<string, HashSet<string>> causes = [];

    public void Dispose() => client.Dispose();

    public async Task<Verdict> JudgeAsync(LabelledPaste paste)
    {
        using var content = new StringContent(paste.Text, Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));
        var watch = Stopwatch.StartNew();
        using var response = await client.PostAsync(new Uri("v1/classify", UriKind.Relative), content);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        watch.Stop();
        using var document = JsonDocument.Parse(body);
        var answer = document.RootElement;
        var diagnosis = answer.GetProperty("diagnosis") is { ValueKind: JsonValueKind.Object } value ? value : (JsonElement?)null;
        var record = diagnosis is { } found ? IdOf(found) : null;
        return new Verdict(
            paste,
            answer.GetProperty("outcome").GetString()!,
            record,
            diagnosis?.GetProperty("cause") is { ValueKind: JsonValueKind.Object } cause ? cause.GetProperty("slug").GetString() : null,
            diagnosis?.GetProperty("category").GetString(),
            record is not null && paste.Cause is not null && (await CausesAsync(record)).Contains(paste.Cause),
            diagnosis?.GetProperty("confidence").GetDouble() ?? 0,
            [.. (record is null ? [] : new[] { record }).Concat(answer.GetProperty("alternatives").EnumerateArray().Select(IdOf))],
            [.. diagnosis?.GetProperty("evidence").EnumerateArray().Select(evidence => new SeenEvidence(
                evidence.GetProperty("kind").GetString()!, evidence.GetProperty("weight").GetDouble(), evidence.GetProperty("text").GetString()!)) ?? []],
            watch.Elapsed);
    }

    private static string IdOf(JsonElement candidate) => candidate.GetProperty("error").GetProperty("id").GetString()!;

    private async Task<HashSet<string>> CausesAsync(string record)
    {
        if (!causes.TryGetValue(record, out var slugs))
        {
            var cut = record.IndexOf('/', StringComparison.Ordinal);
            var path = $"v1/errors/{record[..cut]}/{Uri.EscapeDataString(record[(cut + 1)..])}";
            using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
            causes[record] = slugs = [.. document.RootElement.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("slug").GetString()!)];
        }

        return slugs;
    }
}
