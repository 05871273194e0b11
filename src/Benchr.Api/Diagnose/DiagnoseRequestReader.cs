using System.Text.Json;
using System.Text.RegularExpressions;
using Benchr.Api.Problems;
using Benchr.Api.Requests;

namespace Benchr.Api.Diagnose;

/// <summary>Reads what was sent to be diagnosed; nothing is a request as well, the one to begin.</summary>
internal static partial class DiagnoseRequestReader
{
    /// <summary>Reads a request.</summary>
    /// <returns>The request, or what is wrong with it.</returns>
    public static async Task<(DiagnoseRequest? Request, ProblemResult? Problem)> ReadAsync(HttpRequest request, JsonSerializerOptions options)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null))
        {
            return (new DiagnoseRequest(), null);
        }

        try
        {
            return await RequestText.ReadAsync(request, RequestText.IsJson) is { } body ? FromJson(body.Text, options) : (null, DiagnoseLimits.UnsupportedMediaType());
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, DiagnoseLimits.TooLarge());
        }
    }

    private static (DiagnoseRequest?, ProblemResult?) FromJson(string text, JsonSerializerOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (new DiagnoseRequest(), null);
        }

        try
        {
            return JsonSerializer.Deserialize<DiagnoseRequest>(text, options) is { } request
                ? (request, null)
                : (null, new ProblemResult(ProblemKind.MalformedJson, "The body is null; send an object with a member \"observations\", or nothing."));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception));
        }
    }

    /// <summary>Says where, and never what: the text may hold secrets.</summary>
    private static ProblemResult Malformed(JsonException exception)
    {
        var place = RequestText.PlaceOf(exception);
        if (exception.Path is null || Member().Match(exception.Path) is not { Success: true } member)
        {
            return new ProblemResult(ProblemKind.MalformedJson, $"The body is no object with a member \"observations\", or stops being JSON at {place}.");
        }

        var expected = member.Groups["name"].Success ? "must be a text" : member.Groups["index"].Success ? "must be an object" : "must be an array of objects";
        var field = member.Groups["field"].Value;
        return new ProblemResult(ProblemKind.MalformedJson, $"{field} {expected} ({place}).", [new FieldProblem(field, expected)]);
    }

    [GeneratedRegex(@"^\$\.(?<field>observations(?<index>\[[0-9]+\](?<name>\.(check|outcome|output))?)?)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
