using System.Collections.Frozen;
using Benchr.Knowledge.Records;

namespace Benchr.Knowledge.Catalogues;

/// <summary>All the knowledge as one immutable snapshot.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, CataloguedError> byId;
    private readonly FrozenDictionary<string, CataloguedError> byIdIgnoringCase;
    private readonly FrozenDictionary<string, Provider> providersById;
    private readonly FrozenDictionary<string, CataloguedModel[]> modelsByName;

    /// <summary>Creates a snapshot.</summary>
    /// <param name="version">The version of the knowledge, for instance <c>2026-11-23.4f1c2a</c>.</param>
    /// <param name="modified">When the knowledge changed last.</param>
    /// <param name="providers">Every provider.</param>
    /// <param name="errors">Every error record.</param>
    /// <param name="models">Every lifecycle of a model; none when left out.</param>
    /// <param name="sequence">The position of the last change that it holds, from 1; 0 when it comes from no database.</param>
    public Catalogue(
        string version,
        DateTimeOffset modified,
        IEnumerable<Provider> providers,
        IEnumerable<CataloguedError> errors,
        IEnumerable<CataloguedModel>? models = null,
        long sequence = 0)
    {
        Sequence = sequence;
        Version = version;
        Modified = modified;
        Providers = [.. providers.OrderBy(provider => provider.Id, StringComparer.Ordinal)];
        Errors = [.. errors.OrderBy(error => error.Record.Id(), StringComparer.Ordinal)];
        Models = [.. (models ?? []).OrderBy(model => model.Model.Id, StringComparer.OrdinalIgnoreCase).ThenBy(model => model.Platform, StringComparer.Ordinal)];
        modelsByName = Models
            .SelectMany(model => model.Model.Aliases.Prepend(model.Model.Id).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name, Model: model)))
            .GroupBy(entry => entry.Name, entry => entry.Model, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        providersById = Providers.ToFrozenDictionary(provider => provider.Id, StringComparer.OrdinalIgnoreCase);
        byId = Errors.ToFrozenDictionary(error => error.Record.Id(), StringComparer.Ordinal);

        // Some providers have two codes that differ in case only; the first in ordinal order (upper case) is what an
        // inexact spelling finds, the exact spelling always finds its own.
        byIdIgnoringCase = Errors
            .GroupBy(error => error.Record.Id(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The version of the knowledge.</summary>
    public string Version { get; }

    /// <summary>When the knowledge changed last.</summary>
    public DateTimeOffset Modified { get; }

    /// <summary>The position of the last change that it holds, from 1; 0 when it comes from no database.</summary>
    public long Sequence { get; }

    /// <summary>Every provider, by id.</summary>
    public IReadOnlyList<Provider> Providers { get; }

    /// <summary>Every error record, by id in ordinal order.</summary>
    public IReadOnlyList<CataloguedError> Errors { get; }

    /// <summary>Every lifecycle of a model, by the model's id and then by platform.</summary>
    public IReadOnlyList<CataloguedModel> Models { get; }

    /// <summary>The lifecycles of a model by its id or another spelling, ignoring case: one a platform; empty when none is known.</summary>
    public IReadOnlyList<CataloguedModel> FindModel(ReadOnlySpan<char> name) =>
        modelsByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : [];

    /// <summary>The record of an id: the exact spelling first, then ignoring case; null when there is none.</summary>
    public CataloguedError? FindError(string id) => byId.GetValueOrDefault(id) ?? byIdIgnoringCase.GetValueOrDefault(id);

    /// <summary>The provider of an id, ignoring case; null when there is none.</summary>
    public Provider? FindProvider(string id) => providersById.GetValueOrDefault(id);
}

/// <summary>An error record in a catalogue.</summary>
/// <param name="Record">The knowledge.</param>
/// <param name="ContentHash">SHA-256 of the record's JSON, lower-case hexadecimal.</param>
/// <param name="Modified">When the record changed last.</param>
/// <param name="Revision">How often it has been written, from 1.</param>
public sealed record CataloguedError(ErrorRecord Record, string ContentHash, DateTimeOffset Modified, int Revision);

/// <summary>The lifecycle of a model on one platform, in a catalogue.</summary>
/// <param name="Platform">The id of the provider that serves it.</param>
/// <param name="Model">The lifecycle.</param>
/// <param name="ContentHash">SHA-256 of its JSON, lower-case hexadecimal.</param>
/// <param name="Modified">When it changed last.</param>
/// <param name="Revision">How often it has been written, from 1.</param>
public sealed record CataloguedModel(string Platform, Model Model, string ContentHash, DateTimeOffset Modified, int Revision);
