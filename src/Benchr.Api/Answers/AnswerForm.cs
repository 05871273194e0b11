using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Answers;

/// <summary>In what form an answer is given where there is a choice.</summary>
internal enum AnswerForm
{
    /// <summary>JSON, unless something else is asked for.</summary>
    Json,

    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>Finds out which form a request asks for.</summary>
internal static class AnswerForms
{
    /// <summary>The media type of Markdown, as it is sent.</summary>
    public const string MarkdownType = "text/markdown; charset=utf-8";

    /// <summary>The ending of an address that asks for Markdown.</summary>
    public const string MarkdownEnding = ".md";

    /// <summary>Cuts the ending off that asks for Markdown.</summary>
    /// <param name="name">The end of an address.</param>
    /// <param name="bare">What stands before the ending.</param>
    /// <returns>False when there is no such ending.</returns>
    public static bool TryCutEnding(string name, out string bare)
    {
        var hasEnding = name.EndsWith(MarkdownEnding, StringComparison.OrdinalIgnoreCase);
        bare = hasEnding ? name[..^MarkdownEnding.Length] : name;
        return hasEnding;
    }

    /// <summary>
    /// What <c>Accept</c> prefers (RFC 9110): the form of higher quality; of two alike the one that is named more exactly, so that
    /// <c>text/markdown, */*</c> means Markdown; else JSON.
    /// </summary>
    public static AnswerForm Of(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return AnswerForm.Json;
        }

        var markdown = Preference(ranges, "text", "markdown");
        return markdown.Quality > 0 && markdown.CompareTo(Preference(ranges, "application", "json")) > 0 ? AnswerForm.Markdown : AnswerForm.Json;
    }

    /// <summary>The quality that the most exact of the ranges gives a media type, and how exact that is, from 0 to 3.</summary>
    private static (double Quality, int Exactness) Preference(IList<MediaTypeHeaderValue> ranges, string type, string subtype)
    {
        var best = (Quality: 0.0, Exactness: 0);
        foreach (var range in ranges)
        {
            var exactness = range.MatchesAllTypes ? 1
                : !range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) ? 0
                : range.MatchesAllSubTypes ? 2
                : range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (exactness > best.Exactness)
            {
                best = (range.Quality ?? 1, exactness);
            }
        }

        return best;
    }
}
