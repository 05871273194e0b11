using System.Text.RegularExpressions;
using Benchr.Knowledge.Records;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>What retry advice must meet.</summary>
internal sealed class RetryRules : AbstractValidator<Retry>
{
    public RetryRules() => RuleFor(retry => retry.Note!).Prose(600).When(retry => retry.Note is not null);
}

/// <summary>What one cause must meet.</summary>
internal sealed class CauseRules : AbstractValidator<Cause>
{
    public CauseRules()
    {
        RuleFor(cause => cause.Slug).Slug();
        RuleFor(cause => cause.Title).Line(120);
        RuleFor(cause => cause.Explanation).Prose(3000);
        RuleFor(cause => cause.Fix).Prose(3000);
        RuleFor(cause => cause.Unchecked!).Prose(600).When(cause => cause.Unchecked is not null);
        RuleForEach(cause => cause.Signatures).Template(fewestLetters: 4);
        RuleForEach(cause => cause.Signals).ChildRules(signal =>
        {
            signal.RuleFor(item => item.Fact).Line(60);
            signal.RuleFor(item => item.Value).Template(fewestLetters: 1);
        });
        RuleFor(cause => cause.Retry!).SetValidator(new RetryRules()).When(cause => cause.Retry is not null);
    }
}

/// <summary>What one check must meet inside its record.</summary>
internal sealed class CheckRules : AbstractValidator<Check>
{
    public CheckRules(ErrorRecord record)
    {
        var causes = record.Causes.Select(cause => cause.Slug).ToHashSet(StringComparer.Ordinal);
        var checks = record.Checks.Select(check => check.Slug).ToHashSet(StringComparer.Ordinal);

        RuleFor(check => check.Slug).Slug();
        RuleFor(check => check.Title).Line(160);
        RuleFor(check => check.Commands).NotEmpty().WithMessage("at least one command is needed");
        RuleFor(check => check.Outcomes).Must(outcomes => outcomes.Count >= 2)
            .WithMessage("a check that can come out only one way tells nothing: at least two outcomes are needed");
        RuleFor(check => check.Outcomes).Distinct(outcome => outcome.Slug, "slug");
        RuleForEach(check => check.Outcomes).ChildRules(outcome =>
        {
            outcome.RuleFor(item => item.Slug).Slug();
            outcome.RuleFor(item => item.When).Prose(400);
            outcome.RuleFor(item => item.Means).Prose(1200);
            outcome.RuleFor(item => item.Match!).Custom((pattern, context) =>
            {
                if (ProblemOf(pattern) is { } problem)
                {
                    context.AddFailure(problem);
                }
            }).When(item => item.Match is not null);
            outcome.RuleFor(item => item.Cause!).Must(causes.Contains)
                .WithMessage("the record has no cause '{PropertyValue}'").When(item => item.Cause is not null);
            outcome.RuleForEach(item => item.RulesOut).Must(causes.Contains)
                .WithMessage("the record has no cause '{PropertyValue}'");
            outcome.RuleFor(item => item.Next!).Must(checks.Contains)
                .WithMessage("the record has no check '{PropertyValue}'").When(item => item.Next is not null);
        });
    }

    private static string? ProblemOf(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return $"the pattern cannot be run without backtracking: {exception.Message}";
        }
    }
}

/// <summary>What one source must meet.</summary>
internal sealed class SourceRules : AbstractValidator<Source>
{
    public SourceRules(DateOnly today)
    {
        RuleFor(source => source.Title).Line(160);
        RuleFor(source => source.Url).HttpsAddress();
        RuleFor(source => source.Verified).NotAfter(today);
    }
}
