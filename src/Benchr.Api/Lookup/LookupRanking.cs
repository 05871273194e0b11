using Benchr.Api.Catalogues;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Lookup;

/// <summary>Ranks the records that a bare code or status can mean.</summary>
internal static class LookupRanking
{
    private const int MostItems = 100;

    public static IReadOnlyList<(CataloguedError Error, IReadOnlyList<string> MatchedBy)> Rank(
        Snapshot snapshot, string? code, int? status, string? provider) =>
    [
        .. (code is not null ? snapshot.Records.Named(code) : status is { } number ? snapshot.Records.OfStatus(number) : [])
            .Select(error => (Error: error, Reasons: Reasons(error.Record, code, status, provider).ToList()))
            .OrderByDescending(match => match.Reasons.Sum(reason => reason.Weight))
            .ThenByDescending(match => snapshot.Catalogue.FindProvider(match.Error.Record.Provider)?.Prior)
            .ThenBy(match => match.Error.Record.Id(), StringComparer.Ordinal)
            .Take(MostItems)
            .Select(match => (match.Error, (IReadOnlyList<string>)[.. match.Reasons.Select(reason => reason.Name)])),
    ];

    /// <summary>The strongest meaning of the code counts, and agreement of status and provider on top of it.</summary>
    private static IEnumerable<(string Name, int Weight)> Reasons(ErrorRecord record, string? code, int? status, string? provider)
    {
        if (code is not null && NameOf(record, code) is { } name)
        {
            yield return name;
        }

        if (status is { } number && record.Status.Contains(number))
        {
            // The first of the statuses is the usual one.
            yield return ("status", record.Status[0] == number ? 12 : 10);
        }

        if (provider is not null && record.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase))
        {
            yield return ("provider", 30);
        }
    }

    private static (string Name, int Weight)? NameOf(ErrorRecord record, string code)
    {
        if (record.Code == code)
        {
            return ("code", 101);
        }

        return Same(record.Code, code) || Same(record.Id(), code) ? ("code", 100)
            : record.Aliases.Any(alias => Same(alias, code)) ? ("alias", 80)
            : record.Type is { } type && Same(type, code) ? ("type", 50)
            : record.Sdk.Any(exception => Same(exception, code)) ? ("sdk", 42)
            : record.Sdk.Any(exception => Same(RecordIndex.ClassOf(exception), RecordIndex.ClassOf(code))) ? ("sdk", 40)
            : null;
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
