using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;

namespace Benchr.Diagnosis.Tests;

/// <summary>The knowledge of this repository, and an engine over it.</summary>
internal static class Seed
{
    private static readonly Lazy<Catalogue> LazyCatalogue = new(() => Read(Path.Combine(RepositoryRoot(), "seed")));
    private static readonly Lazy<DiagnosisEngine> LazyEngine = new(() => new DiagnosisEngine(LazyCatalogue.Value));

    public static Catalogue Catalogue => LazyCatalogue.Value;

    public static DiagnosisEngine Engine => LazyEngine.Value;

    public static Catalogue Read(string folder)
    {
        var content = SeedReader.Read(folder, DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Empty(content.Problems);
        return content.ToCatalogue("test");
    }

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benchr.Api.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
