namespace Benchr.Api.Configuration;

/// <summary>Finds the seed.</summary>
internal static class SeedFolder
{
    /// <summary>The folder that was set, or else <c>seed</c> where the service was started, beside it, or above it (a run from source).</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string? configured)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return Directory.Exists(configured) ? configured : throw new DirectoryNotFoundException(
                $"The seed folder '{Path.GetFullPath(configured)}' does not exist. Set Benchr:Seed or BENCHR_SEED to a folder with providers/ and errors/.");
        }

        return Candidates().FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "errors"))) ?? throw new DirectoryNotFoundException(
            "There is no seed folder here. Set Benchr:Seed or BENCHR_SEED to a folder with providers/ and errors/.");
    }

    private static IEnumerable<string> Candidates()
    {
        yield return Path.GetFullPath("seed");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "seed");
        }
    }
}
