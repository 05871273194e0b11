using System.Collections.Frozen;
using Benchr.Knowledge.Records;

namespace Benchr.Knowledge.Catalogues;

/// <summary>All the knowledge as one immutable snapshot.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, CataloguedError> byId;
    private readonly FrozenDictionary<string, CataloguedError> byIdIgnoringCase;
    private readonly FrozenDictionary<string, Provider> providersById;

    /// <summary>Creates a snapshot.</summary>
    /// <param name="version">The version of the knowledge, for instance <c>2026-11-23.4f1c2a</c>.</param>
    /// <param name="modified">When the knowledge changed last.</param>
    /// <param name="providers">Every provider.</param>
    /// <param name="errors">Every error record.</param>
    public Catalogue(
        string version, DateTimeOffset modified, IEnumerable<Provider> providers, IEnumerable<CataloguedError> errors)
    {
        Version = version;
        Modified = modified;
        Providers = [.. providers.OrderBy(provider => provider.Id, StringComparer.Ordinal)];
        Errors = [.. errors.OrderBy(error => error.Record.Id(), StringComparer.Ordinal)];
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

    /// <summary>Every provider, by id.</summary>
    public IReadOnlyList<Provider> Providers { get; }

    /// <summary>Every error record, by id in ordinal order.</summary>
    public IReadOnlyList<CataloguedError> Errors { get; }

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
