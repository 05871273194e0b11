using Benchr.Knowledge.Catalogues;

namespace Benchr.Diagnosis.Readings;

/// <summary>Finds the model that was called, and what the catalogue knows about its life.</summary>
internal static class ModelReader
{
    /// <summary>Shorter names are words like others: <c>ada</c>, <c>command</c>.</summary>
    private const int ShortestName = 6;

    /// <summary>The model that a paste names: where a field or a message says so, else the last known name in the text.</summary>
    public static string? NameIn(ReadPaste read, Catalogue catalogue)
    {
        if (read.FirstFact(FactNames.Model, static value => !value.Contains(' ')) is { } told)
        {
            return told;
        }

        for (var index = read.Words.Count - 1; index >= 0 && catalogue.Models.Count > 0; index--)
        {
            var (start, end) = read.Words[index];
            if (end + 1 < read.Text.Length && read.Text[end] == ':' && char.IsAsciiDigit(read.Text[end + 1]))
            {
                end += 2;
            }

            var word = read.Text.AsSpan(start, end - start);
            if (MayBeModel(word) && Lifecycles(catalogue, word).Count > 0)
            {
                return word.ToString();
            }
        }

        return null;
    }

    /// <summary>The lifecycle of a model on a platform; where the platform's is not known, on another.</summary>
    public static CataloguedModel? Find(Catalogue catalogue, string? name, string? platform)
    {
        if (name is null)
        {
            return null;
        }

        var known = Lifecycles(catalogue, name);
        return known.Count == 0 ? null : known.FirstOrDefault(model => model.Platform == platform) ?? known.FirstOrDefault(model => model.Model.Provider is null) ?? known[0];
    }

    /// <summary>Most words of a long log can be passed over at a glance.</summary>
    private static bool MayBeModel(ReadOnlySpan<char> word) =>
        word.Length >= ShortestName && char.IsAsciiLetter(word[0]) && word.Contains('-') && word.ContainsAnyInRange('0', '9');

    /// <summary>Gateways put the maker in front of a name, clouds a region or a path: <c>openai/…</c>, <c>us.…</c>, <c>models/…</c>.</summary>
    private static IReadOnlyList<CataloguedModel> Lifecycles(Catalogue catalogue, ReadOnlySpan<char> name)
    {
        while (true)
        {
            if (catalogue.FindModel(name) is { Count: > 0 } known)
            {
                return known;
            }

            var cut = name.IndexOfAny('/', '.', ':');
            if (cut < 0)
            {
                return [];
            }

            name = name[(cut + 1)..];
        }
    }
}
