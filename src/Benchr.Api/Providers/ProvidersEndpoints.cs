using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Errors;
using Benchr.Api.Markdown;
using Benchr.Api.OpenApi;
using Benchr.Api.Problems;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Providers;

/// <summary>Who emits errors.</summary>
internal static class ProvidersEndpoints
{
    public static void MapProviders(this WebApplication app)
    {
        var group = app.MapGroup("/v1/providers").WithTags("Reference");

        group.MapMethods("", ["GET", "HEAD"], (SnapshotHolder holder) => List(holder.Current))
            .WithName("listProviders")
            .WithSummary("List providers")
            .WithDescription("Everybody whose errors are known, with the number of records of each.")
            .Produces<ProviderList>();

        group.MapMethods("{provider}", ["GET", "HEAD"], Get)
            .WithName("getProvider")
            .WithSummary("Get one provider")
            .WithDescription("How a provider's answers are recognised, and its error records. As Markdown with `Accept: text/markdown`, or with `.md` behind the id.")
            .WithPath("provider", "The provider's id.", "openai")
            .Produces<ProviderDetail>()
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static CacheableAnswer<ProviderList> List(Snapshot snapshot) => snapshot.Answer(ListOf(snapshot.Catalogue));

    /// <summary>Every provider with the number of its records.</summary>
    public static ProviderList ListOf(Catalogue catalogue)
    {
        var counts = catalogue.Errors.CountBy(error => error.Record.Provider).ToDictionary();
        return new ProviderList
        {
            Items = [.. catalogue.Providers.Select(provider => new ProviderSummary
            {
                Id = provider.Id,
                Name = provider.Name,
                Kind = provider.Kind,
                Summary = provider.Summary,
                ErrorCount = counts.GetValueOrDefault(provider.Id),
            })],
        };
    }

    private static IResult Get(string provider, HttpContext context, SnapshotHolder holder)
    {
        var snapshot = holder.Current;
        var catalogue = snapshot.Catalogue;
        if (catalogue.FindProvider(provider) is { } found)
        {
            var (answer, address) = (DetailOf(found, snapshot, context), $"/v1/providers/{found.Id}");
            return AnswerForms.Of(context.Request) == AnswerForm.Markdown ? Markdown(answer, snapshot, address) : snapshot.Answer(answer, address);
        }

        if (AnswerForms.TryCutEnding(provider, out var bare) && catalogue.FindProvider(bare) is { } named)
        {
            return Markdown(DetailOf(named, snapshot, context), snapshot, $"/v1/providers/{named.Id}{AnswerForms.MarkdownEnding}");
        }

        var nearest = Nearest.To(provider, catalogue.Providers.Select(item => item.Id), 3);
        return new ProblemResult(ProblemKind.NotFound, "There is no provider of this id; GET /v1/providers lists them.", nearest: nearest);
    }

    /// <summary>A provider with its records.</summary>
    public static ProviderDetail DetailOf(Provider provider, Snapshot snapshot, HttpContext context) => new()
    {
        Provider = provider,
        Errors = [.. snapshot.Records.OfProvider(provider).Select(error => new ErrorSummary(error, context))],
    };

    private static CacheableContent Markdown(ProviderDetail detail, Snapshot snapshot, string address) =>
        snapshot.Text(ProviderMarkdown.Of(detail), AnswerForms.MarkdownType, address);
}

/// <summary>All providers.</summary>
public sealed record ProviderList
{
    /// <summary>The providers, by id.</summary>
    public required IReadOnlyList<ProviderSummary> Items { get; init; }
}

/// <summary>A provider in a list.</summary>
public sealed record ProviderSummary
{
    /// <summary>The id used in record ids.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know.</summary>
    public required string Name { get; init; }

    /// <summary>What it is in a call's path.</summary>
    public required ProviderKind Kind { get; init; }

    /// <summary>One line about it.</summary>
    public required string Summary { get; init; }

    /// <summary>How many error records it has.</summary>
    public required int ErrorCount { get; init; }
}

/// <summary>A provider and its error records.</summary>
public sealed record ProviderDetail
{
    /// <summary>The provider.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Its error records, by id.</summary>
    public required IReadOnlyList<ErrorSummary> Errors { get; init; }
}
