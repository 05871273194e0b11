using System.Collections.Concurrent;

namespace Benchr.Api.Answers;

/// <summary>The answers that one version of the knowledge gave already, by address and by the form that was asked for.</summary>
internal sealed class AnswerCache
{
    /// <summary>Links begin with the host that was asked, and anybody can ask under any name: only the first few are kept.</summary>
    private const int MostHosts = 4;

    /// <summary>Queries have no end: when their answers are so many bytes, they begin anew.</summary>
    private const long MostBytesOfQueries = 8 * 1024 * 1024;

    private const int LongestQuery = 512;

    private readonly ConcurrentDictionary<(string Base, string Path, AnswerForm Form), RenderedAnswer> answers = new();
    private readonly ConcurrentDictionary<(string Base, string Path, string Query, AnswerForm Form), RenderedAnswer> queries = new();
    private readonly ConcurrentDictionary<string, bool> hosts = new(StringComparer.Ordinal);
    private long bytesOfQueries;

    /// <summary>The answer to a request, if it was given before.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The present instant.</param>
    public RenderedAnswer? Find(HttpRequest request, DateTimeOffset now)
    {
        var (host, path, form) = (request.Host.Value ?? "", request.Path.Value ?? "", AnswerForms.Of(request));
        var isKept = request.QueryString.Value is { Length: > 0 } query
            ? queries.TryGetValue((host, path, query, form), out var answer)
            : answers.TryGetValue((host, path, form), out answer);
        return isKept && (answer!.Expires is null || answer.Expires > now) ? answer : null;
    }

    /// <summary>Whether an answer to a request is worth keeping: it is asked for under a host that is known.</summary>
    public bool Keeps(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        return request.QueryString.Value is not { Length: > LongestQuery }
            && (hosts.ContainsKey(host) || (hosts.Count < MostHosts && hosts.TryAdd(host, true)));
    }

    /// <summary>Keeps the answer to a request.</summary>
    public void Keep(HttpRequest request, RenderedAnswer answer)
    {
        var (host, path, form) = (request.Host.Value ?? "", request.Path.Value ?? "", AnswerForms.Of(request));
        if (request.QueryString.Value is not { Length: > 0 } query)
        {
            answers[(host, path, form)] = answer;
            return;
        }

        if (Interlocked.Add(ref bytesOfQueries, answer.Length) > MostBytesOfQueries)
        {
            queries.Clear();
            Interlocked.Exchange(ref bytesOfQueries, answer.Length);
        }

        queries[(host, path, query, form)] = answer;
    }
}
