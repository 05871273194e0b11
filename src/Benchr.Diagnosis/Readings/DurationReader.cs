using System.Globalization;

namespace Benchr.Diagnosis.Readings;

/// <summary>Reads waits as APIs write them: <c>20</c>, <c>34.07s</c>, <c>6m0s</c>, <c>489ms</c>, <c>20 seconds</c>.</summary>
internal static class DurationReader
{
    /// <summary>Reads a wait at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="needsUnit">Whether a bare number is refused; otherwise it counts as seconds.</param>
    /// <returns>Seconds; null when there is no wait.</returns>
    public static double? Read(ReadOnlySpan<char> text, bool needsUnit)
    {
        var total = 0.0;
        var parts = 0;
        var position = 0;
        while (position < text.Length && parts < 4)
        {
            var digits = position;
            while (position < text.Length && (char.IsAsciiDigit(text[position])
                || (text[position] == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))))
            {
                position++;
            }

            if (position == digits || position - digits > 12
                || !double.TryParse(text[digits..position], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                break;
            }

            var unitStart = position;
            while (unitStart < text.Length && text[unitStart] == ' ')
            {
                unitStart++;
            }

            var unitEnd = unitStart;
            while (unitEnd < text.Length && char.IsAsciiLetter(text[unitEnd]))
            {
                unitEnd++;
            }

            if (SecondsIn(text[unitStart..unitEnd]) is not { } seconds)
            {
                return parts == 0 && !needsUnit ? number : parts == 0 ? null : total;
            }

            total += number * seconds;
            parts++;
            position = unitEnd;
        }

        return parts == 0 ? null : total;
    }

    private static double? SecondsIn(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" or "millisecond" or "milliseconds" => 0.001,
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "h" or "hr" or "hrs" or "hour" or "hours" => 3600,
        "d" or "day" or "days" => 86400,
        _ => null,
    };
}
