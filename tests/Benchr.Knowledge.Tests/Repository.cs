namespace Benchr.Knowledge.Tests;

/// <summary>The folders of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Seed => Path.Combine(Root, "seed");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benchr.Api.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Benchr.Api.sln is in no folder above the tests.");
    }
}
