using System.Text.Json.Serialization;
using Benchr.Knowledge.Serialization;

namespace Benchr.Knowledge.Records;

/// <summary>Somebody who emits errors, and how their answers are recognised: one YAML file in <c>seed/providers/</c>.</summary>
public sealed record Provider
{
    /// <summary>The id used in record ids.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know.</summary>
    public required string Name { get; init; }

    /// <summary>What it is in a call's path.</summary>
    public required ProviderKind Kind { get; init; }

    /// <summary>One line about it.</summary>
    public required string Summary { get; init; }

    /// <summary>Names under which wrappers, SDKs and logs speak of it, for instance LiteLLM's exception prefix.</summary>
    public IReadOnlyList<string> Names { get; init => field = value ?? []; } = [];

    /// <summary>Host names its API answers on; a leading <c>*.</c> stands for any subdomain.</summary>
    public IReadOnlyList<string> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>Environment variables its SDKs read.</summary>
    public IReadOnlyList<string> Environment { get; init => field = value ?? []; } = [];

    /// <summary>Shapes of its credentials.</summary>
    public IReadOnlyList<KeyShape> Keys { get; init => field = value ?? []; } = [];

    /// <summary>How its answers identify themselves.</summary>
    public Identification Identification { get; init => field = value ?? new(); } = new();

    /// <summary>
    /// How much likelier than others it is where the same words come from several and nothing else decides, in natural-log odds from 0 to 3:
    /// for those whose API the others copy.
    /// </summary>
    public double Prior { get; init; }

    /// <summary>What its error bodies look like and how its SDKs print them, in Markdown.</summary>
    public required string Envelope { get; init; }

    /// <summary>Documentation pages.</summary>
    public IReadOnlyList<Source> Sources { get; init => field = value ?? []; } = [];
}

/// <summary>What a provider is in a call's path.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ProviderKind>))]
public enum ProviderKind
{
    /// <summary>Serves models of its own behind its own API.</summary>
    Api,

    /// <summary>A cloud platform serving models of several makers.</summary>
    Platform,

    /// <summary>Forwards calls to other providers.</summary>
    Gateway,

    /// <summary>Software that people run themselves.</summary>
    Runtime,

    /// <summary>A proxy or content network in front of an API.</summary>
    Edge,

    /// <summary>The transport under a call: no answer arrived.</summary>
    Transport,

    /// <summary>What a bare HTTP status means, whoever sent it.</summary>
    Status,

    /// <summary>This service.</summary>
    Service,

    /// <summary>Services that are no LLM APIs and answer in the same words; what speaks for them speaks against all others.</summary>
    Elsewhere,
}

/// <summary>One shape of a provider's credentials.</summary>
public sealed record KeyShape
{
    /// <summary>What the credential is called.</summary>
    public required string Name { get; init; }

    /// <summary>The literal text it begins with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Fewest characters after the prefix for it to be taken for a whole credential.</summary>
    public required int MinimumLength { get; init; }

    /// <summary>What to do when one was pasted in public.</summary>
    public required string Advice { get; init; }
}

/// <summary>What in an answer points to the provider. Everything here is data for the engine.</summary>
public sealed record Identification
{
    /// <summary>Literal texts with <c>{placeholders}</c> that only this provider's answers hold.</summary>
    public IReadOnlyList<string> Texts { get; init => field = value ?? []; } = [];

    /// <summary>Response header names, or beginnings of such ending in <c>*</c>, that only this provider sends.</summary>
    public IReadOnlyList<string> Headers { get; init => field = value ?? []; } = [];

    /// <summary>Response headers and body fields that hold the request id.</summary>
    public IReadOnlyList<string> RequestIds { get; init => field = value ?? []; } = [];

    /// <summary>Response headers that tell limits and waits.</summary>
    public IReadOnlyList<string> RateLimitHeaders { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Shapes of its error bodies: each a set of fields, <c>path</c> for any value, <c>path=value</c> for one,
    /// <c>path:number</c> for a kind (<c>string</c>, <c>number</c>, <c>null</c>, <c>object</c>, <c>array</c>).
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Envelopes { get; init => field = value ?? []; } = [];

    /// <summary>Exception names or namespaces of its SDKs, as they are printed; a trailing <c>*</c> stands for any rest.</summary>
    public IReadOnlyList<string> Exceptions { get; init => field = value ?? []; } = [];

    /// <summary>Model ids, with <c>{placeholders}</c>, that only this provider serves under these names.</summary>
    public IReadOnlyList<string> Models { get; init => field = value ?? []; } = [];
}
