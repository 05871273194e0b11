using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;

namespace Benchr.Benchmarks;

/// <summary>The seed's catalogue, and larger ones that look like it.</summary>
internal static class Knowledge
{
    private static readonly SeedContent Seed = SeedReader.Read(FindSeed(), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));

    /// <summary>The catalogue, each record repeated in other words until it is so many times its size.</summary>
    public static Catalogue Times(int factor) => new(
        "benchmark",
        DateTimeOffset.UnixEpoch,
        Seed.Providers.Select(file => file.Value),
        Enumerable.Range(0, factor).SelectMany(copy => Seed.Errors.Select(file =>
            new CataloguedError(copy == 0 ? file.Value : Disguise(file.Value, copy), "", DateTimeOffset.UnixEpoch, 1))));

    /// <summary>Every literal of every signature, from four characters on: what others put into their pattern lists.</summary>
    public static string[] Literals(Catalogue catalogue) =>
    [
        .. catalogue.Errors
            .SelectMany(error => error.Record.Causes)
            .SelectMany(cause => cause.Signatures)
            .SelectMany(signature => Benchr.Knowledge.Templates.MessageTemplate.Parse(signature).Parts)
            .Where(part => part.IsLiteral && part.Text.Trim().Length >= 4)
            .Select(part => part.Text.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Every signature as the pattern that others would write for it.</summary>
    public static string[] Patterns(Catalogue catalogue) =>
    [
        .. catalogue.Errors
            .SelectMany(error => error.Record.Causes)
            .SelectMany(cause => cause.Signatures)
            .Select(signature => string.Concat(Benchr.Knowledge.Templates.MessageTemplate.Parse(signature).Parts.Select(part =>
                part.IsLiteral ? System.Text.RegularExpressions.Regex.Escape(part.Text) : ".{0,300}?")))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>A log of the seed's own examples, cut to a length.</summary>
    public static string Paste(int length)
    {
        var examples = Seed.Errors.SelectMany(file => file.Value.Examples).Select(example => example.Text).ToArray();
        var text = new System.Text.StringBuilder();
        for (var index = 0; text.Length < length; index = (index + 37) % examples.Length)
        {
            text.Append("2026-11-24T10:15:").Append(10 + (index % 50)).Append(" INFO worker-").Append(index % 8).AppendLine(" request finished in 812 ms, tokens 1532");
            text.AppendLine(examples[index]);
        }

        return text.ToString(0, length);
    }

    /// <summary>The record under another code, with every third word of its signatures replaced, so that nothing of it is the original's.</summary>
    private static ErrorRecord Disguise(ErrorRecord record, int copy) => record with
    {
        Code = $"{record.Code}_{copy}",
        Aliases = [],
        Causes = [.. record.Causes.Select(cause => cause with { Signatures = [.. cause.Signatures.Select(signature => Disguise(signature, copy))] })],
    };

    private static string Disguise(string signature, int copy)
    {
        var words = signature.Split(' ');
        for (var index = copy % 3; index < words.Length; index += 3)
        {
            words[index] = words[index].Contains('{', StringComparison.Ordinal) || words[index].Contains('}', StringComparison.Ordinal) ? words[index] : Word(words[index], copy);
        }

        return words.Length < 3 ? $"{string.Join(' ', words)} {Word("code", copy)}" : string.Join(' ', words);
    }

    private static string Word(string word, int copy)
    {
        var letters = word.ToCharArray();
        for (var index = 0; index < letters.Length; index++)
        {
            if (char.IsAsciiLetter(letters[index]))
            {
                letters[index] = (char)('a' + ((letters[index] + (copy * (index + 3))) % 26));
            }
        }

        return $"{new string(letters)}{(char)('a' + (copy % 26))}";
    }

    private static string FindSeed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "seed");
            if (Directory.Exists(Path.Combine(candidate, "errors")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("There is no seed folder above the benchmarks.");
    }
}
