namespace Benchr.Api.Tests;

/// <summary>A copy of the seed to be edited, and a database that services go on with one after the other.</summary>
internal sealed class EditedSeed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchr-edited-").FullName;

    public EditedSeed()
    {
        var seed = Path.Combine(Service.RepositoryRoot(), "seed");
        foreach (var file in Directory.EnumerateFiles(seed, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(seed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>A service over the seed as it stands now.</summary>
    public Service Serve() => new() { Seed = Path.Combine(folder, "seed"), Folder = folder, KeepsFolder = true };

    /// <summary>Adds a small record of provider <c>benchr</c>.</summary>
    public void AddRecord(string code) => File.WriteAllText(PathOf($"errors/benchr/{code}.yaml"), File.ReadAllText(PathOf("errors/benchr/not-ready.yaml"))
        .Replace("code: not-ready", $"code: {code}", StringComparison.Ordinal));

    public void RemoveRecord(string code) => File.Delete(PathOf($"errors/benchr/{code}.yaml"));

    public void Replace(string file, string text, string replacement)
    {
        var before = File.ReadAllText(PathOf(file));
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), before.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string PathOf(string file) => Path.Combine(folder, "seed", file);
}
