using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Benchr.Api.Pages;

/// <summary>Queries as forms send them.</summary>
internal static class FormQuery
{
    /// <summary>A query without the fields that were left empty, which a form sends all the same.</summary>
    public static QueryCollection WithoutEmpty(IQueryCollection query) => new(query
        .Where(parameter => parameter.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
        .ToDictionary(parameter => parameter.Key, parameter => new StringValues([.. parameter.Value.Where(value => !string.IsNullOrWhiteSpace(value))])));

    /// <summary>The address of a list with one parameter changed.</summary>
    /// <param name="path">The list.</param>
    /// <param name="query">Its parameters.</param>
    /// <param name="name">The one to change.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public static string With(string path, IQueryCollection query, string name, string? value)
    {
        var builder = new QueryBuilder(query
            .Where(parameter => parameter.Key != "cursor" && !parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString())));
        if (value is not null)
        {
            builder.Add(name, value);
        }

        return path + builder.ToQueryString();
    }
}
