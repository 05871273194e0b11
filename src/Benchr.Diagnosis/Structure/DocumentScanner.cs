namespace Benchr.Diagnosis.Structure;

/// <summary>
/// Finds documents (JSON, Python dictionaries, JavaScript and Java objects, whole or cut off, at any depth of escaping)
/// inside arbitrary text and lists their fields. It never fails: what cannot be understood is passed over. One pass, plus
/// one over each string for the documents inside it, to a fixed depth.
/// </summary>
internal sealed class DocumentScanner
{
    private const int MostFields = 4000;
    private const int DeepestContainer = 100;
    private const int DeepestNesting = 6;

    private readonly StructuredText result;
    private readonly string text;

    private DocumentScanner(string text)
    {
        this.text = text;
        result = new StructuredText(text);
    }

    /// <summary>Lists the documents of a text.</summary>
    public static StructuredText Scan(string text)
    {
        var scanner = new DocumentScanner(text);
        scanner.ScanRange(0, text.Length, nesting: 0);
        return scanner.result;
    }

    private void ScanRange(int start, int end, int nesting)
    {
        var position = start;
        while (position < end && result.Fields.Count < MostFields)
        {
            var next = text.AsSpan(position, end - position).IndexOfAny('{', '[');
            if (next < 0)
            {
                return;
            }

            position += next;
            position = OpensDocument(position, end) ? ScanDocument(position, end, nesting) : position + 1;
        }
    }

    /// <summary>A brace followed by a name or a string, or a bracket around such a brace; prose and log prefixes have neither.</summary>
    private bool OpensDocument(int position, int end)
    {
        var inside = Tokens.SkipSpace(text, position + 1, end);
        if (inside >= end)
        {
            return false;
        }

        if (text[position] == '[')
        {
            return text[inside] == '{' && OpensDocument(inside, end);
        }

        if (Tokens.TryQuote(text, inside, end, out _, out _))
        {
            return true;
        }

        var nameEnd = Tokens.SkipName(text, inside, end);
        return nameEnd > inside && nameEnd < end && text[nameEnd] is ':' or '=';
    }

    private int ScanDocument(int start, int end, int nesting)
    {
        var open = new Stack<int>();
        var document = Open(open, start, nesting, (0, 0));
        var position = start + 1;
        var name = (Start: 0, End: 0);

        while (open.Count > 0 && result.Fields.Count < MostFields)
        {
            position = Tokens.SkipSpace(text, position, end);
            if (position >= end)
            {
                break;
            }

            switch (text[position])
            {
                case '}' or ']':
                    open.Pop();
                    position++;
                    name = default;
                    break;
                case '{' or '[':
                    if (open.Count < DeepestContainer)
                    {
                        AddContainerField(open.Peek(), name, position);
                        Open(open, position, nesting, name, document);
                    }

                    position++;
                    name = default;
                    break;
                case ',' or ';':
                    position++;
                    name = default;
                    break;
                case '\\' when !Tokens.TryQuote(text, position, end, out _, out var backslashes):
                    position += backslashes;
                    break;
                default:
                    position = Tokens.TryQuote(text, position, end, out var quote, out var level)
                        ? ScanString(open.Peek(), position + level + 1, end, quote, level, nesting, ref name)
                        : ScanBare(open.Peek(), position, end, ref name);
                    break;
            }
        }

        return position;
    }

    private int ScanString(int container, int start, int end, char quote, int level, int nesting, ref (int Start, int End) name)
    {
        var isValue = name.End > name.Start;
        var (close, next) = Tokens.FindClose(text, start, end, quote, level, isValue);
        var after = Tokens.SkipSpace(text, next, end);
        if (!isValue && after < end && text[after] is ':' or '=')
        {
            name = (start, close);
            return after + (after + 1 < end && text[after + 1] == '>' ? 2 : 1);
        }

        if (isValue)
        {
            result.Fields.Add(new Field(container, name.Start, name.End, start, close, ValueKind.String));
            name = default;
        }

        if (nesting < DeepestNesting)
        {
            ScanRange(start, close, nesting + 1);
        }

        return next;
    }

    private int ScanBare(int container, int start, int end, ref (int Start, int End) name)
    {
        if (name.End == name.Start)
        {
            var nameEnd = Tokens.SkipName(text, start, end);
            var separator = Tokens.SkipSpace(text, nameEnd, end);
            if (nameEnd > start && separator < end && text[separator] is ':' or '=')
            {
                name = (start, nameEnd);
                return separator + 1;
            }

            return Math.Max(nameEnd, start + 1);
        }

        var close = Tokens.FindBareEnd(text, start, end);
        result.Fields.Add(new Field(container, name.Start, name.End, start, close, Tokens.KindOf(text.AsSpan(start, close - start))));
        name = default;
        return Math.Max(close, start + 1);
    }

    private void AddContainerField(int container, (int Start, int End) name, int position)
    {
        if (name.End > name.Start)
        {
            var kind = text[position] == '{' ? ValueKind.Object : ValueKind.Array;
            result.Fields.Add(new Field(container, name.Start, name.End, position, position + 1, kind));
        }
    }

    private int Open(Stack<int> open, int position, int nesting, (int Start, int End) name, int document = -1)
    {
        var index = result.Containers.Count;
        var parent = open.Count > 0 ? open.Peek() : -1;
        result.Containers.Add(new Container(parent, document < 0 ? index : document, nesting, name.Start, name.End, position));
        open.Push(index);
        return index;
    }
}
