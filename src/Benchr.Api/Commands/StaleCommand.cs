using System.Globalization;
using Benchr.Knowledge.Reading;

namespace Benchr.Api.Commands;

/// <summary>Lists what nobody has looked up for long.</summary>
internal static class StaleCommand
{
    /// <summary>After so many days a claim about somebody else's API is to be looked up again.</summary>
    public const int DefaultDays = 180;

    /// <summary>Writes the records and models, the longest unverified first.</summary>
    /// <returns>0, or 1 when there are any.</returns>
    public static int Run(SeedContent content, DateOnly today, int days, TextWriter output)
    {
        var limit = today.AddDays(-days);
        var stale = content.Errors.Select(file => (Name: file.Value.Id(), Day: file.Value.Verified()))
            .Concat(content.Models.SelectMany(file => file.Value.Whole().Select(model => (Name: $"{file.Value.Platform} model {model.Id}", Day: model.Source?.Verified))))
            .Where(entry => entry.Day is null || entry.Day < limit)
            .OrderBy(entry => entry.Day)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (name, day) in stale)
        {
            output.WriteLine($"{day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never",-10} {name}");
        }

        output.WriteLine($"{stale.Count} not verified for more than {days} days");
        return stale.Count == 0 ? 0 : 1;
    }
}
