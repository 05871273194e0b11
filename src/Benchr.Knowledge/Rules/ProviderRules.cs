using Benchr.Knowledge.Records;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>What one provider must meet on its own.</summary>
public sealed class ProviderRules : AbstractValidator<Provider>
{
    /// <summary>Creates the rules.</summary>
    /// <param name="today">The day that no date may lie after.</param>
    public ProviderRules(DateOnly today)
    {
        RuleFor(provider => provider.Id).Slug();
        RuleFor(provider => provider.Name).Line(80);
        RuleFor(provider => provider.Summary).Line(240);
        RuleFor(provider => provider.Envelope).Prose();
        RuleFor(provider => provider.Prior).InclusiveBetween(0, 3);
        RuleForEach(provider => provider.Names).Line(80);
        RuleForEach(provider => provider.Hosts).Line(200);
        RuleForEach(provider => provider.Environment).Line(80);
        RuleForEach(provider => provider.Keys).ChildRules(key =>
        {
            key.RuleFor(item => item.Name).Line(80);
            key.RuleFor(item => item.Prefix).Line(40);
            key.RuleFor(item => item.MinimumLength).InclusiveBetween(8, 400);
            key.RuleFor(item => item.Advice).Prose(600);
        });
        RuleForEach(provider => provider.Sources).SetValidator(new SourceRules(today));
        RuleForEach(provider => provider.Identification.Texts).Template(fewestLetters: 4);
        RuleForEach(provider => provider.Identification.Models).Template(fewestLetters: 2);
        RuleForEach(provider => provider.Identification.Envelopes)
            .Must(envelope => envelope.Count > 0).WithMessage("an envelope needs at least one field")
            .Must(envelope => envelope.All(EnvelopeField.IsValid)).WithMessage("a field is 'path', 'path=value' or 'path:kind'");
    }
}
