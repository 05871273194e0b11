using Benchr.Diagnosis.Folding;

namespace Benchr.Diagnosis.Matching;

/// <summary>Finds all templates in a text, in one pass over it.</summary>
internal sealed class TemplateMatcher
{
    /// <summary>Most symbols that a placeholder may stand for.</summary>
    private const int LongestPlaceholder = 160;

    /// <summary>Least share of a template that counts as a sighting; texts are cut, and wordings drift.</summary>
    private const double LeastCoverage = 0.45;

    /// <summary>Comparisons that a template may begin in one text; only a text made to hurt needs more.</summary>
    private const int MostAttempts = 400;

    /// <summary>So many symbols before the first or behind the last still count as the text's edge.</summary>
    private const int FewAtEdge = 2;

    /// <summary>Sightings of an ordinary text.</summary>
    private const int TypicalMatches = 32;

    /// <summary>What the last text on this thread was matched with, for the next one.</summary>
    [ThreadStatic]
    private static ChainPool? lent;

    private readonly CompiledTemplate[] templates;
    private readonly SeedTable seeds;

    public TemplateMatcher(IReadOnlyList<CompiledTemplate> templates)
    {
        this.templates = [.. templates];
        seeds = new SeedTable(this.templates);
    }

    /// <summary>The templates that are looked for.</summary>
    public CompiledTemplate[] Templates => templates;

    /// <summary>Finds the templates; of each the fullest sighting, and of equally full ones the last.</summary>
    public List<TemplateMatch> Find(FoldedText text, string original)
    {
        var chains = (lent ?? new ChainPool()).Open();
        lent = null;
        var symbols = text.Symbols;
        var window = 0UL;
        for (var index = 0; index < symbols.Length; index++)
        {
            window = SeedTable.Roll(window, symbols[index]);
            if (index >= SeedTable.WindowLength - 1 && seeds.TryFind(window, out var found))
            {
                foreach (var seed in found!)
                {
                    Extend(chains, seed, index - SeedTable.WindowLength + 1, text);
                }
            }
        }

        var matches = new List<TemplateMatch>(Math.Min(chains.All.Count, TypicalMatches));
        foreach (var (index, chain) in chains.All)
        {
            chain.Close();
            var template = templates[index];
            if (chain.BestMatched >= Math.Min(template.Length, Math.Max(SeedTable.WindowLength + 2, template.Length * LeastCoverage)))
            {
                var end = text.OffsetOf(chain.BestEnd - 1) + 1;
                var isCut = chain.BestStart <= FewAtEdge || chain.BestEnd >= text.Length - FewAtEdge || IsEllipsis(original.AsSpan(end));
                matches.Add(new TemplateMatch(index, template.Owner, text.OffsetOf(chain.BestStart), end, chain.BestMatched, template.Length, isCut, chain.BestHasOtherNumber));
            }
        }

        lent = chains;
        return matches;
    }

    /// <summary>A log cuts long messages short and says so.</summary>
    private static bool IsEllipsis(ReadOnlySpan<char> rest) =>
        rest.TrimStart() is { Length: > 0 } next && (next[0] == '…' || next.StartsWith("...", StringComparison.Ordinal) || next.StartsWith("[...", StringComparison.Ordinal));

    private void Extend(ChainPool chains, Seed seed, int position, FoldedText text)
    {
        var chain = chains.Of(seed.Template);
        if (chain.Covers(seed, position) || ++chain.Attempts > MostAttempts)
        {
            return;
        }

        var template = templates[seed.Template];
        var symbols = text.Symbols;
        var literal = template.Literals[seed.Literal];

        var before = symbols[..position].CommonSuffixLength(literal.AsSpan(0, seed.Offset));
        var after = symbols[position..].CommonPrefixLength(literal.AsSpan(seed.Offset));
        var isOtherNumber = seed.Offset + after < literal.Length && position + after < symbols.Length
            && FoldedText.IsDigit(literal[seed.Offset + after]) && FoldedText.IsDigit(symbols[position + after]);
        var run = new Run(seed.Literal, seed.Offset - before, seed.Offset + after, position - before, position + after, isOtherNumber);
        if (!RespectsWords(template, run, text))
        {
            return;
        }

        chain.Add(run, LongestPlaceholder);

        // Literals too short to have a seed of their own are looked for right behind the placeholder.
        while (run.LiteralEnd == template.Literals[run.Literal].Length && run.Literal + 1 < template.Literals.Length)
        {
            var next = template.Literals[run.Literal + 1];
            var reach = symbols.Slice(run.TextEnd, Math.Min(symbols.Length - run.TextEnd, LongestPlaceholder + next.Length));
            var at = reach.IndexOf(next);
            if (at < 0)
            {
                break;
            }

            run = new Run(run.Literal + 1, 0, next.Length, run.TextEnd + at, run.TextEnd + at + next.Length);
            if (!RespectsWords(template, run, text))
            {
                break;
            }

            chain.Add(run, LongestPlaceholder);
        }

        FindEarlierLiterals(template, chain, text);
    }

    /// <summary>A literal before the first that was found may be too short, or too common, to have a seed.</summary>
    private static void FindEarlierLiterals(CompiledTemplate template, Chain chain, FoldedText text)
    {
        while (chain.First is { Literal: > 0, LiteralStart: 0 } first)
        {
            var previous = template.Literals[first.Literal - 1];
            var from = Math.Max(0, first.TextStart - LongestPlaceholder - previous.Length);
            var at = text.Symbols[from..first.TextStart].LastIndexOf(previous);
            if (at < 0)
            {
                return;
            }

            var run = new Run(first.Literal - 1, 0, previous.Length, from + at, from + at + previous.Length);
            if (!RespectsWords(template, run, text))
            {
                return;
            }

            chain.Prepend(run);
        }
    }

    /// <summary><c>limit: 0</c> is not in <c>limit: 05</c>, nor <c>rate limit</c> in <c>separate limit</c>.</summary>
    private static bool RespectsWords(CompiledTemplate template, Run run, FoldedText text)
    {
        if (template.BeginsWithWord && run is { Literal: 0, LiteralStart: 0 } && !text.BeginsWord(run.TextStart))
        {
            return false;
        }

        return !(template.EndsWithWord
            && run.Literal == template.Literals.Length - 1
            && run.LiteralEnd == template.Literals[run.Literal].Length
            && !text.BeginsWord(run.TextEnd));
    }
}
