using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Pages.Providers;

/// <summary>Who emits errors.</summary>
internal static class ProviderPages
{
    public static void MapProviderPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/providers", ["GET", "HEAD"], (SnapshotHolder holder) => PageResult.Of<ProvidersPage>(
            holder.Current,
            new PageHead("Providers", "Whose errors are known: LLM APIs, cloud platforms, gateways, runtimes, proxies, and the network under them.", "/providers"),
            "/providers"));
        pages.MapMethods("/providers/{provider}", ["GET", "HEAD"], Get);
    }

    private static IResult Get(string provider, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        if (catalogue.FindProvider(provider) is not { } found)
        {
            return new ProblemResult(
                ProblemKind.NotFound, "There is no provider of this id.", nearest: Nearest.To(provider, catalogue.Providers.Select(item => item.Id), 3));
        }

        if (found.Id != provider)
        {
            return TypedResults.Redirect(Addresses.Provider(found.Id), permanent: true);
        }

        var head = new PageHead($"{found.Name} errors", $"Errors of {found.Name}, their causes and fixes. {Prose.Plain(found.Summary)}", Addresses.Provider(found.Id));
        return PageResult.Of<ProviderPage>(snapshot, head, $"/providers/{found.Id}", new() { [nameof(ProviderPage.Provider)] = found });
    }
}
