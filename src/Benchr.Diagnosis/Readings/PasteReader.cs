using System.Globalization;
using Benchr.Diagnosis.Folding;
using Benchr.Diagnosis.Names;
using Benchr.Diagnosis.Scrubbing;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>Takes a paste apart without knowing any provider.</summary>
internal static class PasteReader
{
    private const int LongestMessage = 500;
    private const int LongestCode = 100;

    /// <summary>Reads a scrubbed paste.</summary>
    public static ReadPaste Read(ScrubbedText scrubbed, Paste paste)
    {
        var text = scrubbed.Text;
        var structure = DocumentScanner.Scan(text);
        var lines = HeaderLine.Of(text);
        var form = FormReader.Read(text, structure);
        return new ReadPaste
        {
            Text = text,
            Form = form,
            Folded = FoldedText.Of(text),
            Structure = structure,
            Lines = lines,
            Words = Words.Of(text),
            Echoes = scrubbed.Echoes,
            Status = paste.Status is { } status ? new StatusSighting(status, -1, -1, 5) : StatusReader.Find(text, structure),
            Facts = FactReader.Read(text, structure, lines, paste.Headers, form),
            Headers = paste.Headers,
        };
    }

    /// <summary>What is told to the user of it.</summary>
    public static Reading Summarise(ReadPaste read, IReadOnlyList<string> layers) => new()
    {
        Form = read.Form,
        Status = read.Status?.Value,
        Type = read.FirstFact(FactNames.Type),
        Code = read.FirstFact(FactNames.Code, static value => value.Length <= LongestCode),
        Message = MessageOf(read),
        Layers = layers,
        RequestId = read.FirstFact(FactNames.RequestId),
        RetryAfterSeconds = RetryAfter(read),
        RetryAt = RetryAt(read),
        Model = read.Model,
        Facts = ReadingFacts.Of(read),
    };

    /// <summary>The wait that the paste names, in seconds.</summary>
    public static double? RetryAfter(ReadPaste read) =>
        read.FirstFact(FactNames.RetryAfter) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The instant from which on the paste says to try again.</summary>
    public static DateTimeOffset? RetryAt(ReadPaste read) =>
        read.FirstFact(FactNames.RetryAt) is { } value ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture) : null;

    private static string? MessageOf(ReadPaste read)
    {
        var message = read.FirstFact(FactNames.Message);
        if (message is null && read.Form is PasteForm.Message or PasteForm.Code or PasteForm.Log)
        {
            message = read.Text.Trim();
        }

        return message is { Length: > LongestMessage } ? message[..LongestMessage] : message;
    }
}
