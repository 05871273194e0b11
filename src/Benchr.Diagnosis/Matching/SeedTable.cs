using System.Runtime.InteropServices;

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
        var windows = new List<ulong>();
        for (var template = 0; template < templates.Count; template++)
        {
            for (var literal = 0; literal < templates[template].Literals.Length; literal++)
            {
                Roll(templates[template].Literals[literal], windows);
                AddRarestOfEachStride(CollectionsMarshal.AsSpan(windows), sharers, template, literal, chosen);
            }
        }

        return chosen.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static void AddRarestOfEachStride(
        ReadOnlySpan<ulong> windows, Dictionary<ulong, Sharers> sharers, int template, int literal, Dictionary<ulong, List<Seed>> chosen)
    {
        var counts = windows.Length <= 512 ? stackalloc int[windows.Length] : new int[windows.Length];
        var rarest = int.MaxValue;
        for (var index = 0; index < windows.Length; index++)
        {
            counts[index] = sharers[windows[index]].Count;
            rarest = Math.Min(rarest, counts[index]);
        }

        for (var first = 0; first < windows.Length; first += Stride)
        {
            var best = first;
            for (var index = first; index < Math.Min(windows.Length, first + Stride); index++)
            {
                best = counts[index] < counts[best] ? index : best;
            }

            // A literal whose every window is common keeps its rarest all the same, or it could never be found.
            if (counts[best] <= Math.Max(MostSharers, rarest))
            {
                ref var seeds = ref CollectionsMarshal.GetValueRefOrAddDefault(chosen, windows[best], out _);
                (seeds ??= []).Add(new Seed(template, literal, best));
            }
        }
    }

    /// <summary>How many templates have each window.</summary>
    private static Dictionary<ulong, Sharers> CountSharers(IReadOnlyList<CompiledTemplate> templates)
    {
        var sharers = new Dictionary<ulong, Sharers>(templates.Sum(template => template.Length));
        var windows = new List<ulong>();
        for (var template = 0; template < templates.Count; template++)
        {
            foreach (var literal in templates[template].Literals)
            {
                Roll(literal, windows);
                foreach (var window in windows)
                {
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(sharers, window, out var isKnown);
                    if (!isKnown || known.Last != template)
                    {
                        known = new Sharers(known.Count + 1, template);
                    }
                }
            }
        }

        return sharers;
    }

    /// <summary>The windows of a literal, in order.</summary>
    private static void Roll(byte[] symbols, List<ulong> windows)
    {
        windows.Clear();
        var window = 0UL;
        for (var index = 0; index < symbols.Length; index++)
        {
            window = Roll(window, symbols[index]);
            if (index >= WindowLength - 1)
            {
                windows.Add(window);
            }
        }
    }

    /// <summary>How many templates have a window, and which was the last that was counted.</summary>
    private readonly record struct Sharers(int Count, int Last);
}

/// <summary>A place in a template that a window points to.</summary>
/// <param name="Template">Index of the template.</param>
/// <param name="Literal">Index of the literal in the template.</param>
/// <param name="Offset">Where the window begins in the literal.</param>
internal readonly record struct Seed(int Template, int Literal, int Offset);
