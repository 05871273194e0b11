using System.Buffers;
using System.Globalization;
using Benchr.Diagnosis.Structure;

namespace Benchr.Diagnosis.Readings;

/// <summary>
/// Reads how long to wait: from a Retry-After, a phrase, or the reset of a rate limit that has nothing left. A wait is seconds
/// from the answer on; an instant is known when the answer names one, or when it is dated.
/// </summary>
internal sealed class WaitReader(string text)
{
    private const int LongestWait = 40;

    /// <summary>Milliseconds since 1970 have thirteen digits in this century and the last, seconds have ten.</summary>
    private const long FewestMilliseconds = 100_000_000_000;

    private static readonly string[] Phrases = ["try again in ", "retry in ", "retry after ", "retry-after: ", "try again after ", "wait for ", "please wait ", "retrying in "];

    private static readonly SearchValues<string> AnyPhrase = SearchValues.Create(Phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>The waits of a text as facts, the surest first.</summary>
    /// <param name="fields">Named values of the bodies, innermost first.</param>
    /// <param name="lines">Header-like lines.</param>
    /// <param name="told">Headers told beside the paste.</param>
    public List<Fact> Read(List<Field> fields, List<HeaderLine> lines, IReadOnlyDictionary<string, string> told)
    {
        var named = NamedValues(fields, lines, told);
        DateTimeOffset? dated = null;
        List<Fact> facts = [];
        if (named.Count > 0)
        {
            dated = named.Where(value => value.Is("date")).Select(value => Instant(value.Text)).FirstOrDefault(instant => instant is not null);
            facts.AddRange(named.Where(value => FieldNames.TryRole(value.Name, out var role) && role == FieldRole.RetryAfter)
                .Concat(Resets(named))
                .SelectMany(value => Facts(value.Text, value.Start, needsUnit: false, dated)));
        }

        facts.AddRange(InPhrases(dated));
        return facts;
    }

    private List<Named> NamedValues(List<Field> fields, List<HeaderLine> lines, IReadOnlyDictionary<string, string> told)
    {
        List<Named> named = told.Count == 0 ? [] : [.. told.Where(header => header.Value.Length <= LongestWait).Select(header => new Named(header.Key, header.Value, -1))];
        foreach (var line in lines)
        {
            AddIfTelling(named, line.NameStart, line.NameEnd, line.ValueStart, line.ValueEnd);
        }

        foreach (var field in fields)
        {
            AddIfTelling(named, field.NameStart, field.NameEnd, field.ValueStart, field.ValueEnd);
        }

        return named;
    }

    private void AddIfTelling(List<Named> named, int nameStart, int nameEnd, int valueStart, int valueEnd)
    {
        var name = text.AsSpan(nameStart, nameEnd - nameStart);
        var tells = (FieldNames.TryRole(name, out var role) && role == FieldRole.RetryAfter)
            || name.Equals("date", StringComparison.OrdinalIgnoreCase)
            || name.Contains("ratelimit", StringComparison.OrdinalIgnoreCase);
        if (tells && valueEnd - valueStart <= LongestWait)
        {
            named.Add(new Named(name.ToString(), text[valueStart..valueEnd], valueStart));
        }
    }

    private static IEnumerable<Fact> Facts(string value, int start, bool needsUnit, DateTimeOffset? dated)
    {
        if (Instant(value) is { } instant)
        {
            if (dated is { } now && instant > now)
            {
                yield return Seconds((instant - now).TotalSeconds, start);
            }

            yield return At(instant, start);
        }
        else if (DurationReader.Read(value, needsUnit) is { } seconds)
        {
            yield return Seconds(seconds, start);
            if (dated is { } now && seconds < TimeSpan.MaxValue.TotalSeconds / 2)
            {
                yield return At(now.AddSeconds(Math.Min(seconds, 1e9)), start);
            }
        }
    }

    private static Fact Seconds(double seconds, int start) =>
        new(FactNames.RetryAfter, seconds.ToString("0.###", CultureInfo.InvariantCulture), start, start);

    private static Fact At(DateTimeOffset instant, int start) =>
        new(FactNames.RetryAt, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), start, start);

    /// <summary>The resets of those limits that have nothing left, the latest first: until then the call cannot pass.</summary>
    private static IEnumerable<Named> Resets(List<Named> named)
    {
        foreach (var remaining in named.Where(value => value.Text == "0" && value.Has("ratelimit") && value.Has("remaining")))
        {
            var reset = remaining.Name.Replace("remaining", "reset", StringComparison.OrdinalIgnoreCase);
            if (named.Find(value => value.Is(reset)) is { Name: not null } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>The last phrase that names a wait: what a log ends with is what counts now.</summary>
    private List<Fact> InPhrases(DateTimeOffset? dated)
    {
        List<Fact> last = [];
        var position = 0;
        while (text.AsSpan(position).IndexOfAny(AnyPhrase) is var next and >= 0)
        {
            position += next;
            var phrase = Array.Find(Phrases, phrase => text.AsSpan(position).StartsWith(phrase, StringComparison.OrdinalIgnoreCase))!;
            position += phrase.Length;
            var facts = Facts(text.Substring(position, Math.Min(LongestWait, text.Length - position)), position, needsUnit: !phrase.StartsWith("retry-", StringComparison.Ordinal), dated).ToList();
            last = facts.Count > 0 ? facts : last;
        }

        return last;
    }

    /// <summary>An HTTP date, an ISO instant, or a count of seconds or milliseconds since 1970.</summary>
    private static DateTimeOffset? Instant(string value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= FewestMilliseconds && number < FewestMilliseconds * 1000 ? DateTimeOffset.FromUnixTimeMilliseconds(number)
                : number is > 1_000_000_000 and < FewestMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(number)
                : null;
        }

        var isDate = value.Length >= 19 && (value.Contains('T', StringComparison.Ordinal) || value.EndsWith("GMT", StringComparison.Ordinal));
        return isDate && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }

    private readonly record struct Named(string Name, string Text, int Start)
    {
        public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

        public bool Has(string part) => Name.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
