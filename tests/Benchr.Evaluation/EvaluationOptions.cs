using System.Globalization;

namespace Benchr.Evaluation;

/// <summary>What was asked for on the command line.</summary>
internal sealed record EvaluationOptions
{
    public const string Usage = """
        usage: Benchr.Evaluation FILE.jsonl… [options]
          --misses N          print the N worst misses with their evidence (default 0)
          --json              print one JSON document instead of tables
          --url ADDRESS       ask a running service instead of the engine in this process
          --seed FOLDER       the knowledge for the engine in this process (default seed)
          --providers A,B     only pastes of these providers; none is the negatives
          --cross-validate    fit the calibration without each fold of source repositories and report what it gives on that fold
        """;

    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Providers { get; init; } = [];

    public int Misses { get; init; }

    public bool Json { get; init; }

    public Uri? Url { get; init; }

    public string Seed { get; init; } = "seed";

    public bool CrossValidate { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It is off.</exception>
    public static EvaluationOptions Parse(string[] args)
    {
        var options = new EvaluationOptions();
        for (var index = 0; index < args.Length; index++)
        {
            string Value() => index + 1 < args.Length ? args[++index] : throw new ArgumentException($"{args[index]} needs a value");
            options = args[index] switch
            {
                "--misses" => options with { Misses = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--json" => options with { Json = true },
                "--url" => options with { Url = new Uri(Value()) },
                "--seed" => options with { Seed = Value() },
                "--providers" => options with { Providers = Value().Split(',') },
                "--cross-validate" => options with { CrossValidate = true },
                ['-', '-', ..] => throw new ArgumentException($"{args[index]} is not an option"),
                _ => options with { Files = [.. options.Files, args[index]] },
            };
        }

        return options.Files.Count == 0 ? throw new ArgumentException("no file is named")
            : options is { Url: not null, CrossValidate: true } ? throw new ArgumentException("--cross-validate needs the engine in this process")
            : options;
    }
}
