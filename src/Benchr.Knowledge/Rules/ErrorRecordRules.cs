using Benchr.Knowledge.Records;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>What one error record must meet on its own.</summary>
public sealed class ErrorRecordRules : AbstractValidator<ErrorRecord>
{
    /// <summary>Creates the rules.</summary>
    /// <param name="today">The day that no date may lie after.</param>
    public ErrorRecordRules(DateOnly today)
    {
        RuleFor(record => record.Provider).Slug();
        RuleFor(record => record.Code).Line(100)
            .Must(code => !code.Contains('/')).WithMessage("must not contain '/', which parts provider and code in an id");
        RuleForEach(record => record.Aliases).Line(200);
        RuleFor(record => record.Title).Line(120);
        RuleFor(record => record.Summary).Line(240);
        RuleForEach(record => record.Status).InclusiveBetween(100, 599).WithMessage("{PropertyValue} is not an HTTP status");
        RuleFor(record => record.Retry).SetValidator(new RetryRules());
        RuleForEach(record => record.Sdk).Line(160);
        RuleFor(record => record.Meaning).Prose();
        RuleFor(record => record.Fix).Prose();
        RuleForEach(record => record.Prevention).Prose(1500);

        RuleFor(record => record.Causes).NotEmpty().WithMessage("at least one cause is needed")
            .Distinct(cause => cause.Slug, "slug");
        RuleForEach(record => record.Causes).SetValidator(new CauseRules());
        RuleFor(record => record.Checks).Distinct(check => check.Slug, "slug");
        RuleForEach(record => record.Checks).SetValidator(record => new CheckRules(record));
        RuleFor(record => record).Custom(CheckGraph.Validate);
        RuleForEach(record => record.Misfixes).ChildRules(misfix =>
        {
            misfix.RuleFor(item => item.Action).Line(200);
            misfix.RuleFor(item => item.Why).Prose(1500);
        });
        RuleForEach(record => record.Faq).ChildRules(entry =>
        {
            entry.RuleFor(item => item.Question).Line(200);
            entry.RuleFor(item => item.Answer).Prose(3000);
        });
        RuleFor(record => record.Related).Distinct(related => related.Id, "record");
        RuleForEach(record => record.Related).ChildRules(related => related.RuleFor(item => item.Difference).Prose(600));
        RuleForEach(record => record.Sources).SetValidator(new SourceRules(today));
        RuleFor(record => record.Sources).NotEmpty().WithMessage("at least one source is needed");
        RuleForEach(record => record.Changelog).ChildRules(change =>
        {
            change.RuleFor(item => item.Date).NotAfter(today);
            change.RuleFor(item => item.Note).Prose(600);
        });
        RuleFor(record => record.Changelog).NotEmpty().WithMessage("at least one changelog entry is needed");

        RuleFor(record => record.Examples).NotEmpty().WithMessage("at least one example is needed");
        RuleForEach(record => record.Examples)
            .Must((record, example) => example.Cause is null || record.Causes.Any(cause => cause.Slug == example.Cause))
            .WithMessage((_, example) => $"the record has no cause '{example.Cause}'");
        RuleForEach(record => record.Examples).ChildRules(example => example.RuleFor(item => item.Text).Prose(20000));
        RuleForEach(record => record.NearMisses).ChildRules(miss =>
        {
            miss.RuleFor(item => item.Text).Prose(20000);
            miss.RuleFor(item => item.Note).Prose(600);
        });

        When(record => record.Depth == Depth.Full, FullDepth).Otherwise(BriefDepth);
    }

    private void FullDepth()
    {
        RuleFor(record => record.Response).NotNull().WithMessage("a full record needs a response");
        AtLeast(3, record => record.Checks);
        AtLeast(2, record => record.Prevention);
        AtLeast(1, record => record.Misfixes);
        AtLeast(3, record => record.Faq);
        AtLeast(1, record => record.Related);
        AtLeast(3, record => record.Examples);
    }

    private void BriefDepth() => AtLeast(2, record => record.Faq);

    private void AtLeast<TItem>(int count, System.Linq.Expressions.Expression<Func<ErrorRecord, IReadOnlyList<TItem>>> section) =>
        RuleFor(section).Must(items => items.Count >= count)
            .WithMessage(record => $"a record of depth {Serialization.Word.Of(record.Depth)} needs at least {count} here");
}
