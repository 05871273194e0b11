namespace Benchr.Diagnosis.Structure;

/// <summary>What kind of value a field holds.</summary>
internal enum ValueKind
{
    String,
    Number,
    Null,
    Boolean,
    Object,
    Array,
}

/// <summary>A named value in one of the documents of a text. Spans are code units of the text.</summary>
/// <param name="Container">Index of the container that holds the field.</param>
/// <param name="NameStart">Where the name begins.</param>
/// <param name="NameEnd">Where the name ends.</param>
/// <param name="ValueStart">Where the value begins, without quotes.</param>
/// <param name="ValueEnd">Where the value ends.</param>
/// <param name="Kind">What the value is.</param>
internal readonly record struct Field(
    int Container, int NameStart, int NameEnd, int ValueStart, int ValueEnd, ValueKind Kind)
{
    public ReadOnlySpan<char> Name(string text) => text.AsSpan(NameStart, NameEnd - NameStart);

    public ReadOnlySpan<char> Value(string text) => text.AsSpan(ValueStart, ValueEnd - ValueStart);
}

/// <summary>An object or a list in one of the documents of a text.</summary>
/// <param name="Parent">Index of the container around it; -1 for a document's root.</param>
/// <param name="Document">Index of the document's root container.</param>
/// <param name="Nesting">How many strings of other documents the document stands in.</param>
/// <param name="NameStart">Where its name begins; equal to the end when it has none.</param>
/// <param name="NameEnd">Where its name ends.</param>
/// <param name="Start">Where its opening bracket stands.</param>
internal readonly record struct Container(int Parent, int Document, int Nesting, int NameStart, int NameEnd, int Start);

/// <summary>The documents found in a text, as flat lists.</summary>
internal sealed class StructuredText(string text)
{
    /// <summary>The text that all spans refer to.</summary>
    public string Text { get; } = text;

    /// <summary>Every object and list, in the order they open.</summary>
    public List<Container> Containers { get; } = [];

    /// <summary>Every named value, in the order they stand in the text.</summary>
    public List<Field> Fields { get; } = [];

    /// <summary>How many containers of its document stand around a container, counted up to a few: an error's fields lie no deeper.</summary>
    public int DepthOf(int container)
    {
        const int Deepest = 4;
        var depth = 0;
        while (depth < Deepest && (container = Containers[container].Parent) >= 0)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Whether a field stands at a path of its document, for instance <c>error.message</c>; lists add nothing to a path.</summary>
    public bool IsAt(Field field, ReadOnlySpan<char> path)
    {
        var cut = path.LastIndexOf('.');
        if (!field.Name(Text).Equals(path[(cut + 1)..], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var container = field.Container;
        while (container >= 0)
        {
            var (parent, _, _, nameStart, nameEnd, _) = Containers[container];
            container = parent;
            if (nameEnd == nameStart)
            {
                continue;
            }

            if (cut < 0)
            {
                return false;
            }

            path = path[..cut];
            cut = path.LastIndexOf('.');
            if (!Text.AsSpan(nameStart, nameEnd - nameStart).Equals(path[(cut + 1)..], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return cut < 0;
    }
}
