using Benchr.Diagnosis.Folding;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Templates;

namespace Benchr.Diagnosis.Weighing;

/// <summary>A fact that speaks for a cause, ready to be compared.</summary>
internal sealed class CompiledSignal
{
    private readonly byte[][] literals;
    private readonly bool isFixedAtStart;
    private readonly bool isFixedAtEnd;

    public CompiledSignal(Signal signal, int cause, int fact)
    {
        Cause = cause;
        Fact = fact;
        var parts = MessageTemplate.Parse(signal.Value).Parts;
        literals = [.. parts.Where(part => part.IsLiteral).Select(part => FoldedText.SymbolsOf(part.Text))];
        isFixedAtStart = parts[0].IsLiteral;
        isFixedAtEnd = parts[^1].IsLiteral;
    }

    /// <summary>Index of the cause that it speaks for.</summary>
    public int Cause { get; }

    /// <summary>Index of the fact's name among all that signals ask for.</summary>
    public int Fact { get; }

    /// <summary>Whether a value is what the signal asks for: folded alike, placeholders standing for anything.</summary>
    public bool IsMet(FoldedText value)
    {
        var rest = value.Symbols;
        for (var index = 0; index < literals.Length; index++)
        {
            var literal = literals[index];
            var at = rest.IndexOf(literal);
            if (at < 0 || (index == 0 && isFixedAtStart && at > 0))
            {
                return false;
            }

            rest = rest[(at + literal.Length)..];
        }

        return rest.IsEmpty || !isFixedAtEnd;
    }
}
