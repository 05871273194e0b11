namespace Benchr.Api.Mcp;

/// <summary>How much the arguments of tools may be, beside the limits that HTTP has too.</summary>
internal static class ToolLimits
{
    /// <summary>Longest id of a provider, in characters.</summary>
    public const int LongestName = 64;

    /// <summary>Longest id of a record, in characters.</summary>
    public const int LongestId = 200;
}
