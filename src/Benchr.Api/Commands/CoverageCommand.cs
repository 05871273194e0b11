using System.Text.Json;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Commands;

/// <summary>
/// Says what the seed covers: records, causes and depth by provider; and, given a folder of facts about providers' errors
/// (JSON files with <c>provider</c> and <c>errors</c> of <c>code</c> and <c>causes</c> of <c>slug</c> and <c>messages</c>), what of them has no record.
/// </summary>
internal static class CoverageCommand
{
    /// <summary>Writes the coverage.</summary>
    /// <returns>0, or 1 when facts have no record.</returns>
    public static int Run(SeedContent content, string? facts, TextWriter output)
    {
        output.WriteLine($"{"provider",-16} {"records",8} {"full",6} {"causes",8} {"signatures",11} {"examples",9} {"models",7}");
        foreach (var provider in content.Providers.Select(file => file.Value).Where(provider => provider.Kind != ProviderKind.Elsewhere))
        {
            var records = content.Errors.Select(file => file.Value).Where(record => record.Provider == provider.Id).ToList();
            WriteRow(output, provider.Id, records, content.Models.Where(file => file.Value.Platform == provider.Id).Sum(file => file.Value.Models.Count));
        }

        WriteRow(output, "all", [.. content.Errors.Select(file => file.Value)], content.Models.Sum(file => file.Value.Models.Count));
        return facts is null ? 0 : Compare(content, facts, output);
    }

    private static void WriteRow(TextWriter output, string name, List<ErrorRecord> records, int models)
    {
        var causes = records.SelectMany(record => record.Causes).ToList();
        output.WriteLine(
            $"{name,-16} {records.Count,8} {records.Count(record => record.Depth == Depth.Full),6} {causes.Count,8} {causes.Sum(cause => cause.Signatures.Count),11} {records.Sum(record => record.Examples.Count),9} {models,7}");
    }

    private static int Compare(SeedContent content, string folder, TextWriter output)
    {
        var records = content.Errors.ToDictionary(file => file.Value.Id(), file => file.Value, StringComparer.Ordinal);
        var (codes, causes, missing) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("errors", out var errors))
            {
                continue;
            }

            foreach (var error in errors.EnumerateArray())
            {
                codes++;
                var id = $"{document.RootElement.GetProperty("provider").GetString()}/{error.GetProperty("code").GetString()}";
                var facts = error.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("slug").GetString()!).ToList();
                causes += facts.Count;
                if (!records.TryGetValue(id, out var record))
                {
                    output.WriteLine($"{id}: no record");
                    missing++;
                }
                else if (record.Causes.Count < facts.Count)
                {
                    // Causes may bear other names here; fewer of them than the facts have is a loss.
                    var lacking = facts.Where(slug => record.Causes.All(cause => cause.Slug != slug)).ToList();
                    output.WriteLine($"{id}: {record.Causes.Count} causes for {facts.Count}, none named {string.Join(", ", lacking)}");
                    missing++;
                }
            }
        }

        output.WriteLine($"{codes} codes and {causes} causes in the facts, {missing} codes not covered");
        return missing == 0 ? 0 : 1;
    }
}
