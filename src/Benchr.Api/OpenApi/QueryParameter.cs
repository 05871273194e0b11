using Benchr.Api.Queries;

namespace Benchr.Api.OpenApi;

/// <summary>A parameter of a query, as an endpoint reads it and as the document declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Type">What it is: text, a whole number, true or false, a day, or an enumeration of words.</param>
internal sealed record QueryParameter(string Name, string Description, Type Type)
{
    /// <summary>The least number.</summary>
    public int? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public int? Maximum { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>What counts where it is left out, where that is a number.</summary>
    public int? Default { get; init; }

    /// <summary>A value that one would send.</summary>
    public string? Example { get; init; }

    /// <summary>The id of a provider, under any name.</summary>
    public static QueryParameter Provider(string name, string description) =>
        new(name, description, typeof(string)) { MaximumLength = 64, Example = "openai" };

    /// <summary>How many items a page holds.</summary>
    public static QueryParameter Limit(int most = QueryReader.MostItems, int usual = QueryReader.DefaultItems) =>
        new("limit", "Items of a page.", typeof(int)) { Minimum = 1, Maximum = most, Default = usual };

    /// <summary>Where a page begins.</summary>
    public static QueryParameter Cursor() =>
        new("cursor", "The `nextCursor` of the page before; good only for the same filters.", typeof(string)) { MaximumLength = Queries.Cursor.LongestCursor };
}

/// <summary>A part of an address, as the document declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it names.</param>
/// <param name="Example">A value that one would send.</param>
internal sealed record PathParameter(string Name, string Description, string Example);

/// <summary>A header of an endpoint's good answers, as the document declares it.</summary>
/// <param name="Name">Its name; what it means is told once for the whole document.</param>
internal sealed record AnswerHeader(string Name);

/// <summary>Declares the parameters of an endpoint.</summary>
internal static class ParameterMetadata
{
    /// <summary>Declares parameters of the query.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder builder, params IEnumerable<QueryParameter> parameters)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata([.. parameters]);

    /// <summary>Declares a part of the address.</summary>
    public static TBuilder WithPath<TBuilder>(this TBuilder builder, string name, string description, string example)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new PathParameter(name, description, example));

    /// <summary>Declares headers of good answers.</summary>
    public static TBuilder WithHeaders<TBuilder>(this TBuilder builder, params IEnumerable<string> names)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata([.. names.Select(name => new AnswerHeader(name))]);
}
