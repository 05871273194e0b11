using System.Buffers;
using System.Text;

namespace Benchr.Diagnosis.Weighing;

/// <summary>
/// Tells whether the piece of a message that a text holds says anything: an address, a code or a class name stands in many texts, and
/// only the rest of the message would tell that it is this one.
/// </summary>
internal static class PartialMessage
{
    private const int FewestWords = 2;
    private const int FewestCharacters = 8;

    private static readonly SearchValues<char> PartsWords = SearchValues.Create(" \t\r\n\"'`,;=()[]{}<>");

    /// <summary>Whether a piece of a message has words enough besides addresses.</summary>
    public static bool SaysSomething(ReadOnlySpan<char> piece)
    {
        // Scripts that part no words have no such names either.
        if (!Ascii.IsValid(piece))
        {
            return true;
        }

        var words = 0;
        var characters = 0;
        foreach (var range in piece.SplitAny(PartsWords))
        {
            var word = piece[range];
            if (!word.IsEmpty && !word.Contains('/'))
            {
                words++;
                characters += word.Length;
            }
        }

        return words >= FewestWords && characters >= FewestCharacters;
    }
}
