using System.Collections.Frozen;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Templates;

namespace Benchr.Diagnosis.Names;

/// <summary>What a single word can mean in this catalogue.</summary>
internal enum NameKind
{
    Code,
    Alias,
    Type,
    Exception,
    ProviderException,
    ProviderHost,
    ProviderHeader,
    ProviderVariable,
    ProviderName,
    ProviderWord,
}

/// <summary>One meaning of a word.</summary>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Index">Index of the record, or of the provider for the kinds that name one.</param>
/// <param name="IsDistinctive">Whether the name means this in running text too: <c>not_found</c> does, <c>cancelled</c> is a word like others.</param>
internal readonly record struct NameMeaning(NameKind Kind, int Index, bool IsDistinctive);

/// <summary>Every word of the catalogue that means a record or a provider, ignoring case.</summary>
internal sealed class NameIndex
{
    private const int SketchBits = 18;

    private readonly FrozenDictionary<string, NameMeaning[]>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly FrozenDictionary<string, NameMeaning[]>.AlternateLookup<ReadOnlySpan<char>> beginnings;
    private readonly int[] lengths;

    /// <summary>Which two characters the known beginnings begin with.</summary>
    private readonly bool[] openings = new bool[128 * 128];

    /// <summary>Which lengths, ends and middles names have: most words of a text are told apart by these alone.</summary>
    private readonly ulong[] sketches = new ulong[1 << (SketchBits - 6)];

    public NameIndex(Catalogue catalogue)
    {
        var meanings = new Dictionary<string, List<NameMeaning>>(StringComparer.OrdinalIgnoreCase);
        var openings = new Dictionary<string, List<NameMeaning>>(StringComparer.OrdinalIgnoreCase);

        void Add(string name, NameKind kind, int index)
        {
            // A code that is only an HTTP status is weighed as one; as a name it would be any number.
            if (name.Length == 3 && name.All(char.IsAsciiDigit))
            {
                return;
            }

            var isOpening = name.EndsWith('*');
            var words = isOpening ? openings : meanings;
            name = isOpening ? name[..^1] : name;
            if (!words.TryGetValue(name, out var list))
            {
                words[name] = list = [];
            }

            // A word counts once for a record, as the strongest thing it is: the kinds are tried in their order.
            if (!list.Exists(meaning => meaning.Index == index && IsOfProvider(meaning.Kind) == IsOfProvider(kind)))
            {
                list.Add(new NameMeaning(kind, index, Words.IsDistinctive(name)));
            }
        }

        foreach (var (index, error) in catalogue.Errors.Index())
        {
            AddRecord(error.Record, index, Add);
        }

        foreach (var (index, provider) in catalogue.Providers.Index())
        {
            AddProvider(provider, index, Add);
        }

        foreach (var name in meanings.Keys.Where(name => name.Length > 0))
        {
            var bit = Sketch(name);
            sketches[bit >> 6] |= 1UL << (bit & 63);
        }

        foreach (var opening in openings.Keys)
        {
            // An opening of one letter lets every word through that begins with it.
            for (var second = 0; second < 128; second++)
            {
                this.openings[Opening([opening[0], opening.Length > 1 ? opening[1] : (char)second])] = true;
            }
        }

        names = Freeze(meanings);
        beginnings = Freeze(openings);
        lengths = [.. openings.Keys.Select(opening => opening.Length).Distinct().Order()];
    }

    /// <summary>What a word means, records before providers and in the order of their indexes; empty when it means nothing here.</summary>
    public NameMeaning[] Find(ReadOnlySpan<char> word) => MayBeKnown(word) && names.TryGetValue(word, out var found) ? found : [];

    /// <summary>The providers that use names beginning as this one does, an SDK's namespace or a family of headers.</summary>
    public void FindByBeginning(ReadOnlySpan<char> word, List<NameMeaning> found)
    {
        if (word.Length < 2 || !openings[Opening(word)])
        {
            return;
        }

        foreach (var length in lengths)
        {
            if (length >= word.Length)
            {
                return;
            }

            if (beginnings.TryGetValue(word[..length], out var meanings))
            {
                found.AddRange(meanings);
            }
        }
    }

    /// <summary>The first two characters as a number.</summary>
    private static int Opening(ReadOnlySpan<char> word) => ((word[0] | 0x20) & 127) << 7 | ((word[1] | 0x20) & 127);

    private bool MayBeKnown(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return false;
        }

        var bit = Sketch(word);
        return (sketches[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int Sketch(ReadOnlySpan<char> word)
    {
        static uint Folded(char character) => char.IsAscii(character) ? character | 0x20u : 1;
        var mixed = (Folded(word[0]) * 0x9E3779B1) ^ (Folded(word[^1]) * 0x85EBCA77) ^ (Folded(word[word.Length / 2]) * 0xC2B2AE3D) ^ (Folded(word[word.Length / 3]) * 0x27D4EB2F) ^ ((uint)word.Length * 0x165667B1);
        return (int)((mixed * 0x9E3779B1) >> (32 - SketchBits));
    }

    private static FrozenDictionary<string, NameMeaning[]>.AlternateLookup<ReadOnlySpan<char>> Freeze(Dictionary<string, List<NameMeaning>> words) =>
        words
            .ToFrozenDictionary(
                pair => pair.Key,
                pair => pair.Value.OrderBy(meaning => IsOfProvider(meaning.Kind)).ThenBy(meaning => meaning.Index).ToArray(),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A template such as <c>req_011{rest}</c>: the beginning of an id, too short to be looked for as a message.</summary>
    private static string? WordBeginning(string template)
    {
        var parts = MessageTemplate.Parse(template).Parts;
        return parts is [{ IsLiteral: true } literal, { IsLiteral: false }] && !literal.Text.Contains(' ') ? literal.Text : null;
    }

    private static bool IsOfProvider(NameKind kind) => kind >= NameKind.ProviderException;

    private static void AddRecord(ErrorRecord record, int index, Action<string, NameKind, int> add)
    {
        add(record.Code, NameKind.Code, index);
        foreach (var alias in record.Aliases.Where(alias => !alias.Contains(' ')))
        {
            add(alias, NameKind.Alias, index);
        }

        if (record.Type is { } type)
        {
            add(type, NameKind.Type, index);
        }

        foreach (var exception in record.Sdk)
        {
            add(exception, NameKind.Exception, index);

            // Classes are printed without their namespace as well, and then every record with one of that name shares it.
            var last = exception.AsSpan(exception.LastIndexOf('.') + 1);
            if (last.Length < exception.Length && Words.IsDistinctive(last))
            {
                add(last.ToString(), NameKind.Exception, index);
            }
        }
    }

    private static void AddProvider(Provider provider, int index, Action<string, NameKind, int> add)
    {
        foreach (var host in provider.Hosts)
        {
            add(host, NameKind.ProviderHost, index);
        }

        foreach (var header in provider.Identification.Headers)
        {
            add(header, NameKind.ProviderHeader, index);
        }

        foreach (var variable in provider.Environment)
        {
            add(variable, NameKind.ProviderVariable, index);
        }

        foreach (var exception in provider.Identification.Exceptions)
        {
            add(exception, NameKind.ProviderException, index);
        }

        foreach (var text in provider.Identification.Texts.Select(WordBeginning).OfType<string>())
        {
            add($"{text}*", NameKind.ProviderWord, index);
        }

        foreach (var name in provider.Names.Append(provider.Id).Where(name => !name.Contains(' ')))
        {
            add(name, NameKind.ProviderName, index);
        }
    }
}
