namespace Benchr.Diagnosis.Matching;

/// <summary>Comparisons of symbol spans that the framework lacks.</summary>
internal static class SymbolSpans
{
    /// <summary>How many symbols two spans share at their ends.</summary>
    public static int CommonSuffixLength(this ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var longest = Math.Min(left.Length, right.Length);
        var length = 0;
        while (length < longest && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
