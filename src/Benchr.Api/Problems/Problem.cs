using System.Text.Json.Serialization;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Problems;

/// <summary>A failure as RFC 9457 describes it.</summary>
public sealed record Problem
{
    /// <summary>The address of the record that explains this kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>What it is, the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status, 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong this time, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>The kind of problem in one word, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>The fields or parameters that are wrong; absent when the problem is of no field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    /// <summary>What was probably meant, best first; absent when nothing comes near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Nearest { get; init; }

    /// <summary>The id of the request, to be quoted in a report.</summary>
    public required string RequestId { get; init; }
}

/// <summary>What is wrong with one field or parameter.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record FieldProblem(string Field, string Message)
{
    /// <summary>A parameter that names a provider which does not exist, with the ids that were probably meant.</summary>
    internal static FieldProblem UnknownProvider(string id, Catalogue catalogue)
    {
        var nearest = Nearest.To(id, catalogue.Providers.Select(provider => provider.Id), 3);
        return new FieldProblem("provider", nearest.Count > 0
            ? $"is not known; did you mean {string.Join(", ", nearest)}?"
            : "is not known; GET /v1/providers lists them");
    }
}
