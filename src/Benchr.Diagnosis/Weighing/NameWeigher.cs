using System.Buffers;
using System.Runtime.InteropServices;
using Benchr.Diagnosis.Answers;
using Benchr.Diagnosis.Names;
using Benchr.Diagnosis.Readings;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Weighing;

/// <summary>Weighs single words: codes, types and exception classes for records; hosts, headers, variables and names for providers.</summary>
internal sealed class NameWeigher(CompiledCatalogue compiled, ReadPaste read, Scoreboard scoreboard)
{
    private const int LongestCode = 120;

    /// <summary>
    /// A name that more records share makes none of them a candidate; it counts for those that something else speaks for. So the
    /// work does not grow with the catalogue.
    /// </summary>
    private const int MostSharers = 48;

    /// <summary>Meanings of the names of an ordinary text.</summary>
    private const int TypicalNames = 32;

    /// <summary>What joins the parts of names and ids; a plain word has none of it.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create("._-:");

    private readonly Dictionary<Bearer, Sign> best = new(TypicalNames);
    private readonly Dictionary<NameMeaning[], CommonName> common = [];
    private readonly List<CommonName> compounds = [];
    private readonly List<NameMeaning> beginnings = [];

    /// <summary>Where codes begin that are a validator's word about a field, and no API's about a call.</summary>
    private readonly HashSet<int> ofValidators = [];

    /// <summary>Adds what the words say.</summary>
    public void Weigh()
    {
        WeighFields();
        WeighWords();
        WeighHeaders();
        WeighCommon();

        // The weightiest first, and of those alike the one that was found first.
        var found = new List<(Bearer Bearer, Sign Sign, int Order)>(best.Count);
        foreach (var (bearer, sign) in best)
        {
            found.Add((bearer, sign, found.Count));
        }

        found.Sort(static (left, right) => right.Sign.Weight.CompareTo(left.Sign.Weight) is not 0 and var byWeight ? byWeight : left.Order.CompareTo(right.Order));
        foreach (var ((kind, index), sign, _) in found)
        {
            (IsOfRecord(kind) ? scoreboard.Record(index) : scoreboard.Provider(index)).Add(sign);
        }
    }

    /// <summary>
    /// Codes of several plain words, such as <c>not-ready</c>, codes that are numbers, and a language's own exceptions can be anybody's
    /// until the paste names their provider; to be called once everything that speaks for providers is known.
    /// </summary>
    public void WeighCompounds()
    {
        foreach (var name in compounds)
        {
            foreach (var meaning in name.Meanings.Where(meaning => meaning.Kind == NameKind.Code))
            {
                if (scoreboard.ProviderIfAny(compiled.ProviderOf[meaning.Index]) is { Weight: >= Weights.Header })
                {
                    scoreboard.Record(meaning.Index).Add(new Sign(EvidenceKind.Code, name.Start, name.End, Specificity(name.Sharers) * name.Share));
                }
            }
        }
    }

    private static double Specificity(int sharers) => Math.Max(0, Weights.Name - Math.Log(Math.Max(1, sharers)));

    /// <summary>What many records share counts for those that something else speaks for.</summary>
    private void WeighCommon()
    {
        if (common.Count == 0)
        {
            return;
        }

        var candidates = new HashSet<int>(scoreboard.Records.Select(score => score.Index));
        candidates.UnionWith(best.Keys.Where(bearer => IsOfRecord(bearer.Kind)).Select(bearer => bearer.Index));
        foreach (var name in common.Values)
        {
            foreach (var meaning in name.Meanings)
            {
                if (IsOfRecord(meaning.Kind) && candidates.Contains(meaning.Index) && Counts(meaning, name.IsField))
                {
                    Add(meaning, name.Start, name.End, name.Share, name.Sharers);
                }
            }
        }
    }

    /// <summary>A field holds names; in running text only a word that can be nothing else is one.</summary>
    private static bool Counts(NameMeaning meaning, bool isField) => isField || meaning.IsDistinctive;

    private static bool IsOfRecord(NameKind kind) => kind < NameKind.ProviderException;

    private void WeighFields()
    {
        var validators = OfValidators();
        var deepest = 0;
        foreach (var container in read.Structure.Containers)
        {
            deepest = Math.Max(deepest, container.Nesting);
        }

        foreach (var field in read.Structure.Fields)
        {
            if (field.Kind is not (ValueKind.String or ValueKind.Number)
                || field.ValueEnd - field.ValueStart is 0 or > LongestCode
                || !FieldNames.TryRole(field.Name(read.Text), out var role)
                || !FieldNames.NamesError(role))
            {
                continue;
            }

            if (validators.Contains(field.Container))
            {
                ofValidators.Add(field.ValueStart);
                continue;
            }

            // A wrapper puts its own code around the provider's; the innermost is what the error is called.
            var outer = read.Structure.Containers[field.Container].Nesting < deepest;
            var share = (outer ? Weights.LooseShare : 1) * (role == FieldRole.Message ? Weights.LooseShare : 1);
            AddMeanings(field.Value(read.Text), field.ValueStart, field.ValueEnd, share, isField: true);
        }
    }

    /// <summary>The objects that a validator wrote: they tell what was expected, or what came instead.</summary>
    private HashSet<int> OfValidators()
    {
        var found = new HashSet<int>();
        foreach (var field in read.Structure.Fields)
        {
            if (field.Name(read.Text) is "expected" or "received")
            {
                found.Add(field.Container);
            }
        }

        return found;
    }

    private void WeighWords()
    {
        foreach (var word in read.Words)
        {
            if (ofValidators.Contains(word.Start))
            {
                continue;
            }

            var text = word.In(read.Text);
            var share = read.Form == PasteForm.Code ? 1 : Weights.LooseShare;
            AddMeanings(text, word.Start, word.End, share, isField: false);
            if (text.ContainsAny(Joints))
            {
                AddBeginnings(text, word.Start, word.End, headersOnly: false);
            }

            if (word.PortIn(read.Text) is var port and > 0)
            {
                AddMeanings(read.Text.AsSpan(word.Start, port - word.Start), word.Start, port, share, isField: false);
            }

            if (text.IndexOf('.') is > 0 and var dot)
            {
                AddParts(word, text, dot, share);
            }
        }
    }

    /// <summary><c>openai.RateLimitError</c> is known as <c>RateLimitError</c> too, <c>eu.api.example.com</c> by what follows its first dot.</summary>
    private void AddParts(Word word, ReadOnlySpan<char> text, int dot, double share)
    {
        var last = text.LastIndexOf('.');
        AddMeanings(text[(last + 1)..], word.Start + last + 1, word.End, share, isField: false);
        AddBeginnings(text, word.Start, word.End, headersOnly: false);

        if (last == dot)
        {
            return;
        }

        Span<char> wildcard = stackalloc char[text.Length + 1];
        wildcard[0] = '*';
        for (var cut = dot; cut > 0 && cut < text.Length;)
        {
            text[cut..].CopyTo(wildcard[1..]);
            AddMeanings(wildcard[..(text.Length - cut + 1)], word.Start, word.End, share, isField: false);
            var next = text[(cut + 1)..].IndexOf('.');
            cut = next < 0 ? text.Length : cut + 1 + next;
        }
    }

    private void WeighHeaders()
    {
        foreach (var line in read.Lines)
        {
            AddHeader(line.Name(read.Text), line.NameStart, line.NameEnd);
        }

        foreach (var name in read.Headers.Keys)
        {
            AddHeader(name, -1, -1);
        }
    }

    private void AddHeader(ReadOnlySpan<char> name, int start, int end)
    {
        foreach (var meaning in compiled.Names.Find(name))
        {
            if (meaning.Kind == NameKind.ProviderHeader)
            {
                Add(meaning, start, end, 1, 1);
            }
        }

        AddBeginnings(name, start, end, headersOnly: true);
    }

    private void AddBeginnings(ReadOnlySpan<char> name, int start, int end, bool headersOnly)
    {
        beginnings.Clear();
        compiled.Names.FindByBeginning(name, beginnings);
        foreach (var meaning in beginnings)
        {
            if (!headersOnly || meaning.Kind == NameKind.ProviderHeader)
            {
                Add(meaning, start, end, 1, 1);
            }
        }
    }

    private void AddMeanings(ReadOnlySpan<char> name, int start, int end, double share, bool isField)
    {
        var meanings = compiled.Names.Find(name);
        if (meanings.Length == 0)
        {
            return;
        }

        var sharers = 0;
        foreach (var meaning in meanings)
        {
            sharers += IsOfRecord(meaning.Kind) ? 1 : 0;
        }

        var isOfLanguage = LanguageExceptions.Contains(name);
        var isNumber = !name.ContainsAnyExceptInRange('0', '9');
        var isName = !isNumber && (isField || (Words.IsDistinctive(name) && !isOfLanguage));
        if (!isName && (isOfLanguage || isNumber || name.ContainsAny(Joints)))
        {
            compounds.Add(new CommonName(start, end, share, sharers, isField, meanings));
        }

        if (sharers > MostSharers && isName && (!common.TryGetValue(meanings, out var known) || known.Share < share || (isField && !known.IsField)))
        {
            common[meanings] = new CommonName(start, end, share, sharers, isField, meanings);
        }

        foreach (var meaning in meanings)
        {
            if (!IsOfRecord(meaning.Kind))
            {
                // A header's name counts in a header; in running text it is a word like others.
                if (meaning.Kind != NameKind.ProviderHeader)
                {
                    Add(meaning, start, end, 1, 1);
                }
            }
            else if ((sharers <= MostSharers || meaning.Kind == NameKind.Code) && isName && Counts(meaning, isField))
            {
                Add(meaning, start, end, share, sharers);
            }
        }
    }

    /// <summary>Some providers have two codes that differ in case only, so the exact spelling counts more.</summary>
    private double CaseShare(NameMeaning meaning, int start, int end) =>
        read.Text.AsSpan(start, end - start).SequenceEqual(compiled.Catalogue.Errors[meaning.Index].Record.Code) ? 1 : Weights.OtherCaseShare;

    private void Add(NameMeaning meaning, int start, int end, double share, int sharers)
    {
        var specificity = Specificity(sharers);
        var (kind, weight) = meaning.Kind switch
        {
            NameKind.Code => (EvidenceKind.Code, specificity * (sharers == 1 ? Math.Max(share, Weights.LooseUniqueShare) : share) * CaseShare(meaning, start, end)),
            NameKind.Alias => (EvidenceKind.Code, specificity * share * Weights.TypeShare),
            NameKind.Type => (EvidenceKind.Code, specificity * share * Weights.TypeShare),
            NameKind.Exception => (EvidenceKind.Exception, specificity * Weights.ExceptionShare),
            NameKind.ProviderException => (EvidenceKind.Exception, compiled.IsOwnNamespace(read.Text.AsSpan(start, end - start), meaning.Index)
                ? Weights.OwnNamespace
                : Weights.ProviderException),
            NameKind.ProviderHost => (EvidenceKind.Host, read.Text.AsSpan(start, end - start).Contains(':') ? Weights.LocalHost : Weights.Host),
            NameKind.ProviderHeader => (EvidenceKind.Header, Weights.Header),
            NameKind.ProviderVariable => (EvidenceKind.Name, Weights.Variable),
            NameKind.ProviderWord => (EvidenceKind.Text, Weights.ProviderWord),
            _ => (EvidenceKind.Name, read.Text.AsSpan(start, end - start).EndsWith("Exception", StringComparison.Ordinal) ? Weights.WrapperName : Weights.ProviderName),
        };

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, new Bearer(meaning.Kind, meaning.Index), out var isKnown);
        if (!isKnown || known.Weight < weight)
        {
            known = new Sign(kind, start, end, weight);
        }
    }

    /// <summary>Who bears a name, and as what.</summary>
    private readonly record struct Bearer(NameKind Kind, int Index);

    /// <summary>A name that many records share, where it stands.</summary>
    private sealed record CommonName(int Start, int End, double Share, int Sharers, bool IsField, NameMeaning[] Meanings);
}
