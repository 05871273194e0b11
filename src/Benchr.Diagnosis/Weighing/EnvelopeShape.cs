using Benchr.Diagnosis.Structure;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Rules;

namespace Benchr.Diagnosis.Weighing;

/// <summary>A shape of error bodies, and everybody who sends it. A shape that many send is looked for once.</summary>
internal sealed class EnvelopeShape
{
    private readonly (string Path, string? Value, ValueKind? Kind)[] fields;
    private readonly ulong names;

    private EnvelopeShape(IEnumerable<EnvelopeField> fields, int[] providers)
    {
        this.fields = [.. fields.Select(field => (field.Path, field.Value, field.Kind is null ? (ValueKind?)null : Enum.Parse<ValueKind>(field.Kind, ignoreCase: true)))];
        Providers = providers;
        foreach (var field in this.fields)
        {
            names |= MarkOf(field.Path.AsSpan(field.Path.LastIndexOf('.') + 1));
        }
    }

    /// <summary>Indexes of the providers that send it.</summary>
    public int[] Providers { get; }

    /// <summary>Number of fields that it tells of.</summary>
    public int FieldCount => fields.Length;

    /// <summary>The shapes of some providers, those of the most fields first.</summary>
    public static EnvelopeShape[] Of(IReadOnlyList<Provider> providers) =>
    [
        .. providers.Index()
            .SelectMany(pair => pair.Item.Identification.Envelopes.Select(envelope => (pair.Index, Key: string.Join('\n', envelope.Order(StringComparer.Ordinal)))))
            .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new EnvelopeShape(
                group.Key.Split('\n').Select(EnvelopeField.Parse),
                [.. group.Select(pair => pair.Index).Distinct()]))
            .OrderByDescending(shape => shape.FieldCount),
    ];

    /// <summary>One of sixty-four bits for a name; a body without the bit has no field of the name.</summary>
    public static ulong MarkOf(ReadOnlySpan<char> name) =>
        name.IsEmpty ? 0 : 1UL << (((name.Length * 7) + ((name[0] | 0x20) * 3) + (name[^1] | 0x20)) & 63);

    /// <summary>Whether a body has this shape.</summary>
    /// <param name="structure">The documents of the text.</param>
    /// <param name="body">The fields of the body.</param>
    /// <param name="marks">The bits of all their names.</param>
    public bool Fits(StructuredText structure, ReadOnlySpan<Field> body, ulong marks)
    {
        if ((names & ~marks) != 0 || body.Length < fields.Length)
        {
            return false;
        }

        foreach (var field in fields)
        {
            var found = false;
            foreach (ref readonly var candidate in body)
            {
                if (Is(structure, candidate, field))
                {
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(StructuredText structure, in Field candidate, in (string Path, string? Value, ValueKind? Kind) field) =>
        structure.IsAt(candidate, field.Path)
        && (field.Value is null || candidate.Value(structure.Text).Equals(field.Value, StringComparison.OrdinalIgnoreCase))
        && (field.Kind is null || field.Kind == candidate.Kind);
}
