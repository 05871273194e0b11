using System.Buffers;

namespace Benchr.Diagnosis.Scrubbing;

/// <summary>Finds credentials that no provider's key shape describes: by what stands before them or how they are built.</summary>
internal static class GenericSecrets
{
    private const int FewestCharacters = 12;
    private const int FewestOfCookie = 6;
    private const int MostSeparators = 48;
    private const int LongestBasic = 1024;

    /// <summary>Characters of an AWS access key id, prefix included.</summary>
    private const int AccessKeyLength = 20;
    private const string Advice = "Treat it as public now: revoke it where it was issued and make a new one.";

    private static readonly SearchValues<string> Markers = SearchValues.Create(
        ["bearer ", "basic ", "api_key", "api-key", "apikey", "access_key", "private_key_id", "key=", "token", "password", "passwd", "secret", "credential", "cookie", "authorization", "eyJ", "AKIA", "ASIA", "PRIVATE KEY-----", "://", "@"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds what it finds to the list.</summary>
    public static void Find(string text, List<SecretSpan> secrets)
    {
        var position = 0;
        while (position < text.Length)
        {
            var next = text.AsSpan(position).IndexOfAny(Markers);
            if (next < 0)
            {
                return;
            }

            position += next;
            position = Math.Max(position + 1, FindAt(text, position, secrets));
        }
    }

    private static int FindAt(string text, int position, List<SecretSpan> secrets)
    {
        var rest = text.AsSpan(position);
        if (rest[0] == '@')
        {
            return FindAddress(text, position, secrets);
        }

        if (rest.StartsWith("://", StringComparison.Ordinal))
        {
            return FindUserInformation(text, position + 3, secrets);
        }

        if (rest.StartsWith("PRIVATE KEY-----", StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf("-----END", position, StringComparison.Ordinal);
            return Add(position + 16, end < 0 ? text.Length : end, shown: 0, secrets);
        }

        if (rest.StartsWith("eyJ", StringComparison.Ordinal))
        {
            var end = EndOfRun(text, position);
            return end - position >= 40 ? Add(position, end, shown: 3, secrets) : position + 3;
        }

        if (rest.StartsWith("AKIA", StringComparison.Ordinal) || rest.StartsWith("ASIA", StringComparison.Ordinal))
        {
            var end = position;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            return Surroundings.CanBegin(text, position) && end - position == AccessKeyLength ? Add(position, end, shown: 4, secrets) : position + 4;
        }

        return rest.StartsWith("cookie", StringComparison.OrdinalIgnoreCase) ? FindCookie(text, position, secrets)
            : rest.StartsWith("basic ", StringComparison.OrdinalIgnoreCase) ? FindBasic(text, position + 6, secrets)
            : FindNamed(text, position, secrets);
    }

    /// <summary>A Cookie or Set-Cookie header: everything behind the first <c>=</c> of each pair opens somebody's session.</summary>
    private static int FindCookie(string text, int position, List<SecretSpan> secrets)
    {
        var colon = position + "cookie".Length;
        while (colon < text.Length && text[colon] is '"' or '\'' or ' ' or '\\')
        {
            colon++;
        }

        if (colon >= text.Length || text[colon] != ':')
        {
            return position + 1;
        }

        var end = colon;
        while (end < text.Length && text[end] is not ('\n' or '\r' or '{' or '}'))
        {
            end++;
        }

        for (var start = colon; start < end;)
        {
            var equals = text.AsSpan(start, end - start).IndexOf('=');
            if (equals < 0)
            {
                break;
            }

            var value = start + equals + 1;
            var stop = value;
            while (stop < end && text[stop] is not (';' or '"' or '\'' or ' '))
            {
                stop++;
            }

            if (stop - value >= FewestOfCookie)
            {
                Add(value, stop, shown: 0, secrets);
            }

            start = Math.Max(stop, value);
        }

        return end;
    }

    /// <summary>Basic credentials are a name, a colon and a password in base 64, and may look like any word.</summary>
    private static int FindBasic(string text, int start, List<SecretSpan> secrets)
    {
        var end = EndOfRun(text, start);
        Span<byte> decoded = stackalloc byte[LongestBasic];
        return end - start is >= 8 and < LongestBasic
            && Convert.TryFromBase64Chars(text.AsSpan(start, end - start), decoded, out var length)
            && decoded[..length].Contains((byte)':')
            ? Add(start, end, shown: 0, secrets)
            : start;
    }

    /// <summary>A word such as <c>authorization</c> or <c>api_key</c>, a separator, and a value that looks drawn by lot.</summary>
    private static int FindNamed(string text, int position, List<SecretSpan> secrets)
    {
        var value = position;
        while (value < text.Length && (char.IsAsciiLetter(text[value]) || text[value] is '_' or '-'))
        {
            value++;
        }

        value = Surroundings.SkipSeparators(text, value, MostSeparators);

        foreach (var scheme in (ReadOnlySpan<string>)["bearer ", "basic "])
        {
            if (text.AsSpan(value).StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                value += scheme.Length;
            }
        }

        var end = EndOfRun(text, value);
        value = SkipName(text, value, end);
        return end - value >= FewestCharacters && LooksRandom(text.AsSpan(value, end - value))
            ? Add(value, end, shown: 0, secrets)
            : position + 1;
    }

    /// <summary>Where the value begins in a run that is an assignment itself: behind a name without a value stands the next name.</summary>
    private static int SkipName(string text, int start, int end)
    {
        var equals = start;
        while (equals < end && (char.IsAsciiLetter(text[equals]) || text[equals] is '_' or '-'))
        {
            equals++;
        }

        return equals > start && equals < end - 1 && text[equals] == '=' ? equals + 1 : start;
    }

    /// <summary>Digits among letters: a word of a sentence or a name has none, a hostname or a path has dots and slashes.</summary>
    private static bool LooksRandom(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('0', '9')
        && (value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z'))
        && value.Count('.') <= 2
        && value.Count('-') <= 4
        && !value.Contains('*');

    private static int FindUserInformation(string text, int start, List<SecretSpan> secrets)
    {
        var end = start;
        while (end < text.Length && end < start + 200 && text[end] is not ('/' or ' ' or '"' or '\n' or '\'' or '?'))
        {
            if (text[end] == '@')
            {
                var colon = text.AsSpan(start, end - start).IndexOf(':');
                return colon >= 0 ? Add(start + colon + 1, end, shown: 0, secrets) : start;
            }

            end++;
        }

        return start;
    }

    private static int FindAddress(string text, int at, List<SecretSpan> secrets)
    {
        var start = at;
        while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+'))
        {
            start--;
        }

        var end = at + 1;
        while (end < text.Length && end - at < 120 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        var domain = text.AsSpan(at + 1, end - at - 1).TrimEnd('.');
        var dot = domain.LastIndexOf('.');
        var isAddress = start < at && dot > 0 && domain[(dot + 1)..] is { Length: >= 2 } top && !top.ContainsAnyInRange('0', '9');
        return isAddress
            ? Add(start, at, shown: 1, secrets, "An e-mail address; remove it before you share the text.")
            : at + 1;
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '+' or '/' or '=' or '~'))
        {
            end++;
        }

        return end;
    }

    private static int Add(int start, int end, int shown, List<SecretSpan> secrets, string advice = Advice)
    {
        if (end > start)
        {
            secrets.Add(new SecretSpan(start, end, shown, null, advice));
        }

        return end;
    }
}
