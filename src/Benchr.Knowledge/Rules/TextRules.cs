using System.Text.RegularExpressions;
using Benchr.Knowledge.Templates;
using FluentValidation;

namespace Benchr.Knowledge.Rules;

/// <summary>Rules for single values that several documents share.</summary>
internal static partial class TextRules
{
    public static IRuleBuilderOptions<T, string> Line<T>(this IRuleBuilder<T, string> rule, int longest) =>
        rule.NotEmpty().WithMessage("must not be empty")
            .MaximumLength(longest).WithMessage($"must be at most {longest} characters")
            .Must(text => !text.Contains('\n')).WithMessage("must be one line")
            .Must(text => text.Trim() == text).WithMessage("must not begin or end with white space");

    public static IRuleBuilderOptions<T, string> Prose<T>(this IRuleBuilder<T, string> rule, int longest = 6000) =>
        rule.NotEmpty().WithMessage("must not be empty")
            .MaximumLength(longest).WithMessage($"must be at most {longest} characters");

    public static IRuleBuilderOptions<T, string> Slug<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => SlugPattern().IsMatch(text))
            .WithMessage("'{PropertyValue}' is not a slug: lower-case words of letters and digits, joined by '-'");

    public static IRuleBuilderOptions<T, string> HttpsAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            .WithMessage("'{PropertyValue}' is not an https address");

    public static IRuleBuilderOptions<T, DateOnly> NotAfter<T>(this IRuleBuilder<T, DateOnly> rule, DateOnly today) =>
        rule.Must(date => date <= today).WithMessage("the date lies in the future");

    public static IRuleBuilderOptionsConditions<T, string> Template<T>(this IRuleBuilder<T, string> rule, int fewestLetters) =>
        rule.Custom((text, context) =>
        {
            if (!MessageTemplate.TryParse(text, out var template, out var problem))
            {
                context.AddFailure(problem);
            }
            else if (template!.Parts.Where(part => part.IsLiteral).Sum(part => part.Text.Count(char.IsLetterOrDigit)) is var letters
                && letters < fewestLetters)
            {
                context.AddFailure($"'{text}' has {letters} literal letters and digits; fewer than {fewestLetters} match anything");
            }
        });

    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<TItem>> Distinct<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, Func<TItem, string> key, string what) =>
        rule.Custom((items, context) =>
        {
            foreach (var (index, item) in items.Index())
            {
                if (items.Take(index).Any(earlier => string.Equals(key(earlier), key(item), StringComparison.Ordinal)))
                {
                    context.AddFailure($"{context.PropertyPath}[{index}]", $"the {what} '{key(item)}' stands twice");
                }
            }
        });

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
