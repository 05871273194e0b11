using System.Buffers;
using System.Globalization;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>Collects what a paste says under names that do not depend on who sent it.</summary>
internal sealed class FactReader(string text)
{
    private const int LongestValue = 500;
    private const int MostFacts = 400;
    private const int MostTries = 60;

    private static readonly string[] NumberWords = ["limit", "used", "requested"];
    private static readonly string[] NumberFacts = [FactNames.Limit, FactNames.Used, FactNames.Requested];
    private static readonly SearchValues<string> AnyNumberWord = SearchValues.Create(NumberWords, StringComparison.OrdinalIgnoreCase);

    private readonly List<Fact> facts = [];

    /// <summary>The facts of a text: innermost documents first, so that the first of a name is the most trustworthy.</summary>
    public static List<Fact> Read(string text, StructuredText structure, List<HeaderLine> lines, IReadOnlyDictionary<string, string> told, PasteForm form)
    {
        var reader = new FactReader(text);
        var fields = Ordered(structure);
        reader.AddFields(fields);
        foreach (var (role, start, end) in MarkupReader.Read(text, form))
        {
            reader.AddValue(role, start, end);
        }

        reader.AddLines(lines);
        reader.facts.AddRange(new WaitReader(text).Read(fields, lines, told));
        reader.AddNumbers();
        return reader.facts;
    }

    /// <summary>The fields that hold something, innermost first and deepest first.</summary>
    private static List<Field> Ordered(StructuredText structure)
    {
        var ranked = new List<(Field Field, int Nesting, int Depth, int Order)>(structure.Fields.Count);
        foreach (var field in structure.Fields)
        {
            if (field.Kind is ValueKind.String or ValueKind.Number && field.ValueEnd > field.ValueStart)
            {
                ranked.Add((field, structure.Containers[field.Container].Nesting, structure.DepthOf(field.Container), ranked.Count));
            }
        }

        ranked.Sort(static (left, right) => right.Nesting.CompareTo(left.Nesting) is not 0 and var byNesting ? byNesting
            : right.Depth.CompareTo(left.Depth) is not 0 and var byDepth ? byDepth
            : left.Order.CompareTo(right.Order));
        return ranked.ConvertAll(static rank => rank.Field);
    }

    private static string NameOf(FieldRole role) => role switch
    {
        FieldRole.Message => FactNames.Message,
        FieldRole.Code => FactNames.Code,
        FieldRole.Type => FactNames.Type,
        FieldRole.Status => FactNames.Status,
        FieldRole.Reason => FactNames.Reason,
        FieldRole.Parameter => FactNames.Parameter,
        FieldRole.RequestId => FactNames.RequestId,
        FieldRole.Model => FactNames.Model,
        FieldRole.FinishReason => FactNames.FinishReason,
        FieldRole.QuotaId => FactNames.QuotaId,
        FieldRole.QuotaMetric => FactNames.QuotaMetric,
        FieldRole.QuotaValue => FactNames.QuotaValue,
        FieldRole.Deployment => FactNames.Deployment,
        FieldRole.Region => FactNames.Region,
        FieldRole.Organization => FactNames.Organization,
        FieldRole.Project => FactNames.Project,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Waits are read by the reader of waits."),
    };

    private void AddFields(List<Field> fields)
    {
        foreach (var field in fields)
        {
            if (FieldNames.TryRole(field.Name(text), out var role))
            {
                AddValue(role, field.ValueStart, field.ValueEnd);
            }
        }
    }

    private void AddLines(List<HeaderLine> lines)
    {
        foreach (var line in lines)
        {
            if (FieldNames.TryRole(line.Name(text), out var role) && role is not FieldRole.Message)
            {
                AddValue(role, line.ValueStart, line.ValueEnd);
            }
        }
    }

    private void AddValue(FieldRole role, int start, int end)
    {
        if (role != FieldRole.RetryAfter)
        {
            Add(NameOf(role), text.Substring(start, Math.Min(end - start, LongestValue)), start, end);
        }
    }

    /// <summary>The first of each: a word, perhaps a colon, and a number, as in <c>Limit 30000</c> or <c>limit: 0</c>.</summary>
    private void AddNumbers()
    {
        var numbers = new double?[NumberWords.Length];
        var position = 0;
        for (var tries = 0; tries < MostTries && (numbers[0] is null || numbers[1] is null || numbers[2] is null); tries++)
        {
            var next = text.AsSpan(position).IndexOfAny(AnyNumberWord);
            if (next < 0)
            {
                break;
            }

            position += next;
            var word = 0;
            while (!text.AsSpan(position).StartsWith(NumberWords[word], StringComparison.OrdinalIgnoreCase))
            {
                word++;
            }

            position += NumberWords[word].Length;
            if (numbers[word] is null)
            {
                numbers[word] = AddNumber(NumberFacts[word], position);
            }
        }

        if (numbers[0] is { } most && numbers[2] is { } asked && asked > most)
        {
            Add(FactNames.RequestExceedsLimit, "true", -1, -1);
        }
    }

    private double? AddNumber(string name, int position)
    {
        var start = position;
        while (start < text.Length && start - position < 3 && text[start] is ' ' or ':' or '=')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end - start < 15 && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (start == position || !double.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        Add(name, number.ToString("0.###", CultureInfo.InvariantCulture), start, end);
        return number;
    }

    private void Add(string name, string value, int start, int end)
    {
        if (facts.Count < MostFacts)
        {
            facts.Add(new Fact(name, value, start, end));
        }
    }
}
