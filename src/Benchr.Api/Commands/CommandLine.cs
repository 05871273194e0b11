using Benchr.Api.Configuration;
using Benchr.Diagnosis;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Serialization;

namespace Benchr.Api.Commands;

/// <summary>What the program does besides serving.</summary>
internal static class CommandLine
{
    private const string Usage = """
        Benchr.Api                        serve
        Benchr.Api validate [FOLDER]      check a seed folder; every broken rule with file and line
        Benchr.Api check ID [FOLDER]      diagnose the examples of one record, for instance openai/invalid_api_key, of a provider's, or of all
        Benchr.Api coverage [FACTS]       records, causes and depth by provider; and what of a folder of facts has no record
        Benchr.Api stale [DAYS]           what was not verified for so many days, 180 when left out
        Benchr.Api seed                   bring the database in line with the seed and stop; nothing is served
        Benchr.Api schema FOLDER          write the JSON Schemas of the seed's files
        Benchr.Api health [URL]           ask a running service whether it is ready
        """;

    /// <summary>Runs a command, if the arguments name one.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code: 0 when all is well, 1 when something is wrong, 2 for a call that is off.</param>
    /// <returns>False when the program is to serve.</returns>
    public static bool TryRun(string[] args, out int exitCode)
    {
        exitCode = 0;
        switch (args)
        {
            case ["validate", .. var rest] when rest.Length <= 1:
                exitCode = Validate(SeedFolder.Find(rest.FirstOrDefault()));
                return true;
            case ["check", var id, .. var rest] when rest.Length <= 1:
                exitCode = Check(id, SeedFolder.Find(rest.FirstOrDefault()));
                return true;
            case ["coverage", .. var rest] when rest.Length <= 1:
                exitCode = CoverageCommand.Run(Read(SeedFolder.Find(null)), rest.FirstOrDefault(), Console.Out);
                return true;
            case ["stale"]:
                exitCode = Stale(StaleCommand.DefaultDays);
                return true;
            case ["stale", var text] when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days):
                exitCode = Stale(days);
                return true;
            case ["seed"]:
                exitCode = SeedCommand.RunAsync().GetAwaiter().GetResult();
                return true;
            case ["schema", var folder]:
                WriteSchemas(folder);
                return true;
            case ["health", .. var rest] when rest.Length <= 1:
                exitCode = AskHealth(rest.FirstOrDefault());
                return true;
            case ["--help" or "-h" or "help"]:
                Console.WriteLine(Usage);
                return true;
            case ["validate" or "check" or "coverage" or "stale" or "seed" or "schema" or "health", ..]:
                Console.Error.WriteLine(Usage);
                exitCode = 2;
                return true;
            default:
                return false;
        }
    }

    private static SeedContent Read(string folder)
    {
        var content = SeedReader.Read(folder, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));
        foreach (var problem in content.Problems)
        {
            Console.WriteLine(problem);
        }

        return content;
    }

    private static int Validate(string folder)
    {
        var content = Read(folder);
        Console.WriteLine($"{content.Providers.Count} providers, {content.Errors.Count} error records, {content.Models.Sum(file => file.Value.Models.Count)} models, {content.Problems.Count} problems");
        if (content.Providers.Count + content.Errors.Count + content.Problems.Count == 0)
        {
            Console.Error.WriteLine($"There is no seed in '{Path.GetFullPath(folder)}'.");
            return 2;
        }

        return content.Problems.Count > 0 ? 1 : 0;
    }

    private static int Check(string id, string folder)
    {
        var catalogue = Read(folder).ToCatalogue("check");
        var engine = new DiagnosisEngine(catalogue);
        var records = catalogue.FindError(id) is { } error
            ? [error.Record]
            : catalogue.Errors.Select(item => item.Record).Where(record => id is "all" || record.Provider == id).ToList();
        if (records.Count == 0)
        {
            var nearest = Nearest.To(id, catalogue.Errors.Select(item => item.Record.Id()), 3);
            Console.Error.WriteLine($"There is no record '{id}'. {(nearest.Count > 0 ? $"Did you mean {string.Join(", ", nearest)}?" : "")}");
            return 2;
        }

        // Every record is run, also behind one that came out wrong.
        var wrong = records.Where(record => !ExampleCheck.Run(engine, record, Console.Out)).ToList();
        return wrong.Count == 0 ? 0 : 1;
    }

    private static int Stale(int days) =>
        StaleCommand.Run(Read(SeedFolder.Find(null)), DateOnly.FromDateTime(DateTime.UtcNow), days, Console.Out);

    private static void WriteSchemas(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in SeedSchema.All())
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static int AskHealth(string? url)
    {
        var port = Environment.GetEnvironmentVariable("BENCHR_PORT") ?? "8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, url ?? $"http://localhost:{port}/health/ready"));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
