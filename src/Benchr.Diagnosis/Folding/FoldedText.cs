using System.Buffers;

namespace Benchr.Diagnosis.Folding;

/// <summary>
/// A text reduced to what survives copying: letters and digits, case, width and escapes folded, everything else gone.
/// Terminals break words, renderers eat underscores and backticks, JSON escapes quotes once or five times; none of that
/// is left here, so one spelling of a message matches all of them. Each symbol remembers where it stands in the text.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    /// <summary>How many different symbols there are: 26 letters, 10 digits, 16 quarters of other characters.</summary>
    public const int SymbolCount = 52;

    private const byte FirstQuarter = 36;
    private const byte None = 255;
    private const byte Special = 254;

    private static readonly byte[] AsciiSymbols =
        [.. Enumerable.Range(0, 128).Select(character =>
            char.IsAsciiLetterOrDigit((char)character) ? SymbolOfAscii((char)character)
            : (char)character is '\\' or '&' or '\u001b' or '%' ? Special
            : None)];

    private byte[] symbols;
    private int[] offsets;

    private FoldedText(int capacity)
    {
        symbols = ArrayPool<byte>.Shared.Rent(capacity);
        offsets = ArrayPool<int>.Shared.Rent(capacity);
    }

    /// <summary>Whether a symbol is a digit.</summary>
    public static bool IsDigit(byte symbol) => symbol is >= 26 and < FirstQuarter;

    /// <summary>Number of symbols.</summary>
    public int Length { get; private set; }

    /// <summary>The symbols.</summary>
    public ReadOnlySpan<byte> Symbols => symbols.AsSpan(0, Length);

    /// <summary>Where the character of a symbol begins in the text.</summary>
    public int OffsetOf(int index) => offsets[index];

    /// <summary>Where the character of a symbol ends in the text; an escape that stands for it counts as one.</summary>
    public int EndOf(int index) => offsets[index] + 1;

    /// <summary>The first symbol at or behind a place of the text.</summary>
    public int IndexOf(int offset)
    {
        var found = offsets.AsSpan(0, Length).BinarySearch(offset);
        found = found < 0 ? ~found : found;
        while (found > 0 && offsets[found - 1] == offset)
        {
            found--;
        }

        return found;
    }

    /// <summary>Whether a word begins at a symbol; so it does at the end of the text.</summary>
    public bool BeginsWord(int index) =>
        index == 0
        || index >= Length
        || offsets[index] > offsets[index - 1] + 1
        // Scripts written without spaces around an English message part it as well as a space would.
        || symbols[index] >= FirstQuarter
        || symbols[index - 1] >= FirstQuarter;

    /// <summary>Folds a text. The memory is lent: who disposes of the text in time spares the next one an allocation.</summary>
    public static FoldedText Of(ReadOnlySpan<char> text)
    {
        // A character outside ASCII becomes four symbols; texts are mostly ASCII, so the memory grows only when needed.
        var folded = new FoldedText(text.Length + 16);
        folded.Fold(text);
        return folded;
    }

    /// <summary>The symbols of a text alone.</summary>
    public static byte[] SymbolsOf(ReadOnlySpan<char> text)
    {
        using var folded = Of(text);
        return folded.Symbols.ToArray();
    }

    /// <summary>Gives the memory back; nothing may be asked afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(symbols);
        ArrayPool<int>.Shared.Return(offsets);
        (symbols, offsets, Length) = ([], [], 0);
    }

    private void Fold(ReadOnlySpan<char> text)
    {
        var table = AsciiSymbols.AsSpan();
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var start = index;
            var symbol = character < 128 ? table[character] : Special;
            if (symbol == Special)
            {
                character = character < 128 ? Escapes.Read(text, ref index) : character;
                if (character >= 128)
                {
                    AddOther(character, start, ref length);
                    continue;
                }

                symbol = table[character];
            }

            if (symbol < Special)
            {
                if (length >= Math.Min(symbols.Length, offsets.Length))
                {
                    Grow();
                }

                symbols[length] = symbol;
                offsets[length++] = start;
            }
        }

        Length = length;
    }

    private static byte SymbolOfAscii(char character) =>
        (byte)(char.IsAsciiDigit(character) ? character - '0' + 26 : (character | 0x20) - 'a');

    private void AddOther(char character, int start, ref int length)
    {
        // Full-width forms of ASCII stand 0xFEE0 above their originals.
        if (character is >= '\uFF01' and <= '\uFF5E')
        {
            character = (char)(character - 0xFEE0);
        }

        if (!char.IsLetterOrDigit(character))
        {
            return;
        }

        while (length + 4 > Math.Min(symbols.Length, offsets.Length))
        {
            Grow();
        }

        if (char.IsAscii(character))
        {
            symbols[length] = SymbolOfAscii(character);
            offsets[length++] = start;
            return;
        }

        var lower = char.ToLowerInvariant(character);
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            symbols[length] = (byte)(FirstQuarter + ((lower >> shift) & 0xF));
            offsets[length++] = start;
        }
    }

    private void Grow()
    {
        symbols = Grown(symbols);
        offsets = Grown(offsets);
    }

    private static T[] Grown<T>(T[] full)
    {
        var larger = ArrayPool<T>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }
}
