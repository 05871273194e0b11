using System.Text;

namespace Benchr.Knowledge.Templates;

/// <summary>
/// A message as an API emits it, with <c>{placeholders}</c> where it varies. <c>{{</c> and <c>}}</c> stand for the braces
/// themselves.
/// </summary>
public sealed class MessageTemplate
{
    private MessageTemplate(string text, IReadOnlyList<TemplatePart> parts)
    {
        Text = text;
        Parts = parts;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>Literals and placeholders in order; two placeholders never stand side by side, nor two literals.</summary>
    public IReadOnlyList<TemplatePart> Parts { get; }

    /// <summary>Parses a template.</summary>
    /// <param name="text">The template.</param>
    /// <returns>The parsed template.</returns>
    /// <exception cref="FormatException">The text is empty or a brace is not closed; the message says where.</exception>
    public static MessageTemplate Parse(string text) =>
        TryParse(text, out var template, out var problem) ? template! : throw new FormatException(problem);

    /// <summary>Parses a template without throwing.</summary>
    /// <param name="text">The template.</param>
    /// <param name="template">The parsed template, or null.</param>
    /// <param name="problem">What is wrong with the text, or null.</param>
    public static bool TryParse(string text, out MessageTemplate? template, out string? problem)
    {
        template = null;
        var parts = new List<TemplatePart>();
        var literal = new StringBuilder();

        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var doubled = index + 1 < text.Length && text[index + 1] == character;
            if (character is '{' or '}' && doubled)
            {
                literal.Append(character);
                index++;
            }
            else if (character == '{')
            {
                var close = text.IndexOf('}', index);
                if (close < 0)
                {
                    problem = $"the brace at character {index + 1} is not closed";
                    return false;
                }

                var name = text[(index + 1)..close];
                if (name.Length is 0 or > 40 || !name.All(IsNameCharacter))
                {
                    problem = $"'{{{name}}}' is not a placeholder: use letters, digits, '_' and '-', or double the brace";
                    return false;
                }

                Flush(parts, literal);
                if (parts.Count == 0 || parts[^1].IsLiteral)
                {
                    parts.Add(new TemplatePart(name, IsLiteral: false));
                }

                index = close;
            }
            else if (character == '}')
            {
                problem = $"the closing brace at character {index + 1} has no opening one; double it if it is meant literally";
                return false;
            }
            else
            {
                literal.Append(character);
            }
        }

        Flush(parts, literal);
        if (!parts.Exists(part => part.IsLiteral && part.Text.Any(char.IsLetterOrDigit)))
        {
            problem = "a template needs literal text besides its placeholders";
            return false;
        }

        template = new MessageTemplate(text, parts);
        problem = null;
        return true;
    }

    private static bool IsNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private static void Flush(List<TemplatePart> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString(), IsLiteral: true));
            literal.Clear();
        }
    }
}

/// <summary>A piece of a template.</summary>
/// <param name="Text">The literal text, or the placeholder's name.</param>
/// <param name="IsLiteral">Whether it is literal text.</param>
public readonly record struct TemplatePart(string Text, bool IsLiteral);
