namespace Benchr.Diagnosis.Matching;

/// <summary>
/// Short stretches of the templates' literals, by value. A text is scanned once with a rolling window; a bitmap says for
/// nearly every position that nothing begins there, and only the rest is looked up. The cost of a position does not
/// depend on how many templates there are.
/// </summary>
internal sealed class SeedTable
{
    /// <summary>Symbols in a window; six bits each, so a window is an exact number.</summary>
    public const int WindowLength = 8;

    /// <summary>A window that more templates share tells too little to begin a comparison at.</summary>
    private const int MostSharers = 24;

    /// <summary>One window is chosen out of so many neighbouring ones.</summary>
    private const int Stride = 10;

    private const ulong WindowMask = (1UL << (6 * WindowLength)) - 1;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly ulong[] bitmap;
    private readonly int bitmapShift;
    private readonly Dictionary<ulong, Seed[]> seeds;

    public SeedTable(IReadOnlyList<CompiledTemplate> templates)
    {
        seeds = Choose(templates);
        var bits = Math.Clamp((int)Math.Ceiling(Math.Log2((seeds.Count * 32) + 1)), 12, 24);
        bitmapShift = 64 - bits;
        bitmap = new ulong[(1 << bits) / 64];
        foreach (var window in seeds.Keys)
        {
            var bit = (window * Multiplier) >> bitmapShift;
            bitmap[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>Adds a symbol to a rolling window.</summary>
    public static ulong Roll(ulong window, byte symbol) => ((window << 6) | symbol) & WindowMask;

    /// <summary>The seeds whose window is this one.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryFind(ulong window, out Seed[]? found)
    {
        var bit = (window * Multiplier) >> bitmapShift;
        if ((bitmap[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
        {
            found = null;
            return false;
        }

        return seeds.TryGetValue(window, out found);
    }

    private static Dictionary<ulong, Seed[]> Choose(IReadOnlyList<CompiledTemplate> templates)
    {
        var sharers = CountSharers(templates);
        var chosen = new Dictionary<ulong, List<Seed>>();
        for (var template = 0; template < templates.Count; template++)
        {
            foreach (var (literal, symbols) in templates[template].Literals.Index())
            {
                foreach (var (window, offset) in RarestOfEachStride(symbols, sharers))
                {
                    if (!chosen.TryGetValue(window, out var list))
                    {
                        chosen[window] = list = [];
                    }

                    list.Add(new Seed(template, literal, offset));
                }
            }
        }

        return chosen.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static IEnumerable<(ulong Window, int Offset)> RarestOfEachStride(byte[] symbols, Dictionary<ulong, int> sharers)
    {
        var windows = Windows(symbols).ToList();
        var rarest = windows.Count == 0 ? 0 : windows.Min(window => sharers[window.Window]);
        for (var first = 0; first < windows.Count; first += Stride)
        {
            var best = windows[first];
            for (var index = first; index < Math.Min(windows.Count, first + Stride); index++)
            {
                best = sharers[windows[index].Window] < sharers[best.Window] ? windows[index] : best;
            }

            // A literal whose every window is common keeps its rarest all the same, or it could never be found.
            if (sharers[best.Window] <= Math.Max(MostSharers, rarest))
            {
                yield return best;
            }
        }
    }

    private static Dictionary<ulong, int> CountSharers(IReadOnlyList<CompiledTemplate> templates)
    {
        var sharers = new Dictionary<ulong, int>();
        foreach (var template in templates)
        {
            foreach (var window in template.Literals.SelectMany(Windows).Select(window => window.Window).Distinct())
            {
                sharers[window] = sharers.GetValueOrDefault(window) + 1;
            }
        }

        return sharers;
    }

    private static IEnumerable<(ulong Window, int Offset)> Windows(byte[] symbols)
    {
        var window = 0UL;
        for (var index = 0; index < symbols.Length; index++)
        {
            window = Roll(window, symbols[index]);
            if (index >= WindowLength - 1)
            {
                yield return (window, index - WindowLength + 1);
            }
        }
    }
}

/// <summary>A place in a template that a window points to.</summary>
/// <param name="Template">Index of the template.</param>
/// <param name="Literal">Index of the literal in the template.</param>
/// <param name="Offset">Where the window begins in the literal.</param>
internal readonly record struct Seed(int Template, int Literal, int Offset);
