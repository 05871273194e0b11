using Benchr.Api.Catalogues;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Benchr.Api.Mcp;

/// <summary>Completes ids of providers and codes while somebody types them.</summary>
internal static class Completions
{
    private const int MostValues = 100;

    public static ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellation)
    {
        var catalogue = request.Services!.GetRequiredService<SnapshotHolder>().Current.Catalogue;
        var (name, begun) = (request.Params.Argument.Name, request.Params.Argument.Value);
        var provider = request.Params.Context?.Arguments is { } given && given.TryGetValue("provider", out var chosen) ? chosen : null;
        var candidates = name switch
        {
            "provider" or "platform" => catalogue.Providers.Select(item => item.Id),
            "code" => catalogue.Errors.Select(error => error.Record).Where(record => provider is null || record.Provider == provider).Select(record => record.Code).Distinct(StringComparer.Ordinal),
            _ => [],
        };
        var values = candidates.Where(value => value.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).ToList();
        return ValueTask.FromResult(new CompleteResult
        {
            Completion = new Completion { Values = [.. values.Take(MostValues)], Total = values.Count, HasMore = values.Count > MostValues },
        });
    }
}
