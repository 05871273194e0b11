using Benchr.Diagnosis.Matching;
using Benchr.Diagnosis.Names;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Templates;

namespace Benchr.Diagnosis.Weighing;

/// <summary>A catalogue made ready to be matched against pastes.</summary>
internal sealed class CompiledCatalogue
{
    private readonly Dictionary<(int Provider, int Status), int[]> recordsByStatus;
    private readonly Dictionary<string, HashSet<int>> namespaces = new(StringComparer.OrdinalIgnoreCase);

    public CompiledCatalogue(Catalogue catalogue)
    {
        Catalogue = catalogue;
        var providerIndexes = catalogue.Providers.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        ProviderOf = [.. catalogue.Errors.Select(error => providerIndexes[error.Record.Provider])];

        var owners = new List<TemplateOwner>();
        var templates = new List<CompiledTemplate>();
        foreach (var (owner, text) in Templates(catalogue))
        {
            templates.Add(new CompiledTemplate(MessageTemplate.Parse(text), owners.Count));
            owners.Add(owner);
        }

        Owners = [.. owners];
        Matcher = new TemplateMatcher(templates);
        Names = new NameIndex(catalogue);
        Envelopes = EnvelopeShape.Of(catalogue.Providers);
        Facts = [.. catalogue.Errors.SelectMany(error => error.Record.Causes).SelectMany(cause => cause.Signals).Select(signal => signal.Fact).Distinct(StringComparer.Ordinal)];
        Signals = [.. catalogue.Errors.Select(error => error.Record.Causes.Index()
            .SelectMany(cause => cause.Item.Signals.Select(signal => new CompiledSignal(signal, cause.Index, Array.IndexOf(Facts, signal.Fact))))
            .ToArray())];
        foreach (var (index, error) in catalogue.Errors.Index())
        {
            foreach (var exception in error.Record.Sdk.Where(exception => exception.Contains('.')))
            {
                var space = exception[..exception.IndexOf('.', StringComparison.Ordinal)];
                if (!namespaces.TryGetValue(space, out var users))
                {
                    namespaces[space] = users = [];
                }

                users.Add(ProviderOf[index]);
            }
        }

        recordsByStatus = catalogue.Errors.Index()
            .SelectMany(error => error.Item.Record.Status.Select(status => (Provider: ProviderOf[error.Index], Status: status, Record: error.Index)))
            .GroupBy(entry => (entry.Provider, entry.Status))
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.Record).ToArray());
        Elsewhere = [.. catalogue.Providers.Index().Where(pair => pair.Item.Kind == ProviderKind.Elsewhere).Select(pair => pair.Index)];
        StatusRecords = catalogue.Errors
            .Where(error => catalogue.FindProvider(error.Record.Provider)?.Kind == ProviderKind.Status)
            .ToDictionary(error => error.Record.Code, StringComparer.Ordinal);
        MayYield = [.. catalogue.Errors.Select(error => error.Record.Causes.Any(cause => cause.Yields))];
        IsStatusRecord = [.. catalogue.Errors.Select(error => catalogue.FindProvider(error.Record.Provider)?.Kind == ProviderKind.Status)];
    }

    public Catalogue Catalogue { get; }

    /// <summary>The provider's index, by record.</summary>
    public int[] ProviderOf { get; }

    /// <summary>What each template speaks for.</summary>
    public TemplateOwner[] Owners { get; }

    public TemplateMatcher Matcher { get; }

    public NameIndex Names { get; }

    /// <summary>The shapes of error bodies, each with its providers.</summary>
    public EnvelopeShape[] Envelopes { get; }

    /// <summary>The names of all facts that signals ask for.</summary>
    public string[] Facts { get; }

    /// <summary>The facts that speak for causes, by record.</summary>
    public CompiledSignal[][] Signals { get; }

    /// <summary>The records of a provider that come with a status.</summary>
    public int[] RecordsOf(int provider, int status) => recordsByStatus.GetValueOrDefault((provider, status), []);

    /// <summary>Whether an SDK's namespace throws for this provider alone; some SDKs are used against every API.</summary>
    public bool IsOwnNamespace(ReadOnlySpan<char> exception, int provider) =>
        exception.IndexOf('.') is > 0 and var dot
        && (!namespaces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(exception[..dot], out var users) || users.All(user => user == provider));

    /// <summary>Indexes of those that stand for services which are no LLM APIs.</summary>
    public int[] Elsewhere { get; }

    /// <summary>The records that say what a bare status means, by status.</summary>
    public IReadOnlyDictionary<string, CataloguedError> StatusRecords { get; }

    /// <summary>Whether a record only says what a bare status means.</summary>
    public bool[] IsStatusRecord { get; }

    /// <summary>Whether a record has a cause that yields.</summary>
    public bool[] MayYield { get; }

    private static IEnumerable<(TemplateOwner Owner, string Text)> Templates(Catalogue catalogue)
    {
        foreach (var (record, error) in catalogue.Errors.Index())
        {
            foreach (var (cause, item) in error.Record.Causes.Index())
            {
                foreach (var signature in item.Signatures)
                {
                    yield return (new TemplateOwner(OwnerKind.Cause, record, cause), signature);
                }
            }

            foreach (var alias in error.Record.Aliases.Where(alias => alias.Contains(' ')))
            {
                yield return (new TemplateOwner(OwnerKind.Alias, record, -1), alias);
            }
        }

        foreach (var (index, provider) in catalogue.Providers.Index())
        {
            foreach (var text in provider.Identification.Texts)
            {
                yield return (new TemplateOwner(OwnerKind.Provider, index, -1), text);
            }
        }
    }
}

/// <summary>What a template speaks for.</summary>
internal enum OwnerKind
{
    Cause,
    Alias,
    Provider,
}

/// <summary>What a template speaks for.</summary>
/// <param name="Kind">A cause, a record by one of its aliases, or a provider.</param>
/// <param name="Index">Index of the record, or of the provider.</param>
/// <param name="Cause">Index of the cause in its record, or -1.</param>
internal readonly record struct TemplateOwner(OwnerKind Kind, int Index, int Cause);
