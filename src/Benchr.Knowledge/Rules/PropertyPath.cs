namespace Benchr.Knowledge.Rules;

/// <summary>Translates C# property paths, as validators name them, into the paths of the documents.</summary>
internal static class PropertyPath
{
    /// <summary><c>Causes[0].RulesOut</c> becomes <c>causes[0].rulesOut</c>.</summary>
    public static string ToJson(string path) =>
        string.Join('.', path.Split('.').Select(part =>
            part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
