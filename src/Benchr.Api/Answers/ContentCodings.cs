using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Answers;

/// <summary>Which packings a client takes.</summary>
internal static class ContentCodings
{
    /// <summary>How gladly a client takes a coding that it names: above 0 and at most 1; 0 when it does not.</summary>
    public static double Quality(StringValues accepted, string coding) =>
        accepted.Count > 0
        && StringWithQualityHeaderValue.TryParseList(accepted, out var codings)
        && codings.FirstOrDefault(item => item.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Quality ?? 1
            : 0;
}
