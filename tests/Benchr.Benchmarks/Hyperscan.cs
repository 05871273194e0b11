using System.Runtime.InteropServices;
using System.Text;

namespace Benchr.Benchmarks;

/// <summary>Hyperscan over a set of literals, ignoring case: the fastest known way to look for many strings at once.</summary>
internal sealed unsafe partial class Hyperscan : IDisposable
{
    private const string Library = "libhs.so.5";
    private const uint IgnoreCase = 1;
    private const uint BlockMode = 1;

    private readonly nint database;
    private readonly nint scratch;

    private Hyperscan(nint database, nint scratch)
    {
        this.database = database;
        this.scratch = scratch;
    }

    /// <summary>Compiles the literals.</summary>
    /// <returns>Null where the library is missing.</returns>
    public static Hyperscan? TryCreate(string[] literals)
    {
        if (!NativeLibrary.TryLoad(Library, out _))
        {
            return null;
        }

        var texts = literals.Select(literal => Marshal.StringToCoTaskMemUTF8(System.Text.RegularExpressions.Regex.Escape(literal).Replace("\\#", "#", StringComparison.Ordinal))).ToArray();
        var flags = Enumerable.Repeat(IgnoreCase, texts.Length).ToArray();
        var ids = Enumerable.Range(0, texts.Length).Select(id => (uint)id).ToArray();
        try
        {
            if (hs_compile_multi(texts, flags, ids, (uint)texts.Length, BlockMode, 0, out var database, out _) != 0)
            {
                return null;
            }

            nint scratch = 0;
            return hs_alloc_scratch(database, ref scratch) == 0 ? new Hyperscan(database, scratch) : null;
        }
        finally
        {
            foreach (var text in texts)
            {
                Marshal.FreeCoTaskMem(text);
            }
        }
    }

    /// <summary>How many literals end somewhere in a text; the conversion to bytes is part of the work.</summary>
    public int Count(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = 0;
        fixed (byte* data = bytes)
        {
            _ = hs_scan(database, data, (uint)bytes.Length, 0, scratch, &OnMatch, &found);
        }

        return found;
    }

    public void Dispose()
    {
        _ = hs_free_scratch(scratch);
        _ = hs_free_database(database);
    }

    [UnmanagedCallersOnly]
    private static int OnMatch(uint id, ulong from, ulong to, uint flags, void* context)
    {
        (*(int*)context)++;
        return 0;
    }

    [LibraryImport(Library)]
    private static partial int hs_compile_multi(nint[] expressions, uint[] flags, uint[] ids, uint elements, uint mode, nint platform, out nint database, out nint error);

    [LibraryImport(Library)]
    private static partial int hs_alloc_scratch(nint database, ref nint scratch);

    [LibraryImport(Library)]
    private static partial int hs_scan(nint database, byte* data, uint length, uint flags, nint scratch, delegate* unmanaged<uint, ulong, ulong, uint, void*, int> onMatch, void* context);

    [LibraryImport(Library)]
    private static partial int hs_free_scratch(nint scratch);

    [LibraryImport(Library)]
    private static partial int hs_free_database(nint database);
}
