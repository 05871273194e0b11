using Benchr.Knowledge.Records;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>What the models of one platform must meet on their own.</summary>
public sealed class PlatformModelsRules : AbstractValidator<PlatformModels>
{
    /// <summary>Creates the rules.</summary>
    /// <param name="today">The day after which nothing can have been looked at.</param>
    public PlatformModelsRules(DateOnly today)
    {
        RuleFor(file => file.Platform).Slug();
        RuleFor(file => file.Source).SetValidator(new SourceRules(today));
        RuleFor(file => file.Models).NotEmpty().WithMessage("at least one model is needed").Distinct(model => model.Id.ToLowerInvariant(), "id");
        RuleForEach(file => file.Models).ChildRules(model =>
        {
            model.RuleFor(item => item.Id).Line(120).Must(id => !id.Contains(' ')).WithMessage("must not contain spaces; a request could not name it so");
            model.RuleForEach(item => item.Aliases).Line(160);
            model.RuleFor(item => item.Provider!).Slug().When(item => item.Provider is not null);
            model.RuleFor(item => item.Replacement!).Line(240).When(item => item.Replacement is not null);
            model.RuleFor(item => item.Note!).Line(400).When(item => item.Note is not null);
            model.RuleFor(item => item.Source!).SetValidator(new SourceRules(today)).When(item => item.Source is not null);
            model.RuleFor(item => item.RetirementKind)
                .Must((item, kind) => kind is null == item.Retirement is null).WithMessage("retirement and retirementKind come together");
            model.RuleFor(item => item.Deprecated)
                .Must((item, deprecated) => deprecated is null || item.Retirement is null || deprecated <= item.Retirement)
                .WithMessage("must not lie after the retirement");
            model.RuleFor(item => item.Deprecated)
                .Must((item, deprecated) => deprecated is not null || item.Retirement is not null)
                .WithMessage("a model without any date says nothing");
        });
    }
}
