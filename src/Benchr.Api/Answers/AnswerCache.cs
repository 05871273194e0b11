using System.Collections.Concurrent;

namespace Benchr.Api.Answers;

/// <summary>The answers that one version of the knowledge gave already, by address and by the form that was asked for.</summary>
internal sealed class AnswerCache
{
    /// <summary>Links begin with the host that was asked, and anybody can ask under any name: only the first few are kept.</summary>
    private const int MostHosts = 4;

    private readonly ConcurrentDictionary<(string Base, string Path, AnswerForm Form), RenderedAnswer> answers = new();
    private readonly ConcurrentDictionary<string, bool> hosts = new(StringComparer.Ordinal);

    /// <summary>The answer to a request, if it was given before.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The present instant.</param>
    public RenderedAnswer? Find(HttpRequest request, DateTimeOffset now) =>
        !request.QueryString.HasValue
        && answers.TryGetValue((request.Host.Value ?? "", request.Path.Value ?? "", AnswerForms.Of(request)), out var answer)
        && (answer.Expires is null || answer.Expires > now)
            ? answer
            : null;

    /// <summary>Whether an answer to a request is worth keeping: it has an address of its own, under a host that is known.</summary>
    public bool Keeps(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        return !request.QueryString.HasValue && (hosts.ContainsKey(host) || (hosts.Count < MostHosts && hosts.TryAdd(host, true)));
    }

    /// <summary>Keeps the answer to a request.</summary>
    public void Keep(HttpRequest request, RenderedAnswer answer) =>
        answers[(request.Host.Value ?? "", request.Path.Value ?? "", AnswerForms.Of(request))] = answer;
}
