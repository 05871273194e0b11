using Benchr.Knowledge.Catalogues;
using FluentValidation;

namespace Benchr.Api.Classify;

/// <summary>What a request to classify must meet, besides having a paste.</summary>
internal sealed class ClassifyRules : AbstractValidator<ClassifyRequest>
{
    public ClassifyRules()
    {
        RuleFor(request => request.Status)
            .InclusiveBetween(100, 599).WithMessage("must be from 100 to 599");
        RuleFor(request => request.Headers)
            .Must(headers => headers!.Count <= PasteLimits.MostHeaders).WithMessage($"must be at most {PasteLimits.MostHeaders}")
            .Must(headers => headers!.All(header => header.Key.Length <= PasteLimits.LongestHeader && header.Value is { Length: <= PasteLimits.LongestHeader }))
            .WithMessage($"must have text values, and no name or value over {PasteLimits.LongestHeader} characters")
            .When(request => request.Headers is not null);
        RuleFor(request => request.Unknown)
            .Must(unknown => unknown is null or { Count: 0 }).WithMessage("has members that are not known here; known ones: body, provider, status, headers");
    }

    /// <summary>The ids that a mistaken provider hint probably meant.</summary>
    public static IReadOnlyList<string> NearestProviders(string hint, Catalogue catalogue) =>
        Nearest.To(hint, catalogue.Providers.Select(provider => provider.Id), 3);
}
