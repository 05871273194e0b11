using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Pages;

/// <summary>What every part of a page can ask for.</summary>
/// <param name="Base">The address that absolute links begin with, without a slash at its end.</param>
/// <param name="Catalogue">The knowledge; null only while none is loaded.</param>
/// <param name="Prose">Renders the Markdown of that knowledge.</param>
public sealed record Site(string Base, Catalogue? Catalogue, Prose Prose)
{
    /// <summary>The name that people know a provider by; its id where nothing is known of it.</summary>
    public string NameOf(string provider) => Catalogue?.FindProvider(provider)?.Name ?? provider;
}
