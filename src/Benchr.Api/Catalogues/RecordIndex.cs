using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Catalogues;

/// <summary>Finds records by what they are called and how they are filed, without going through all of them. Every list is in the order of the catalogue.</summary>
internal sealed class RecordIndex
{
    private readonly Lists<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lists<string> classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lists<string> providers = new(StringComparer.Ordinal);
    private readonly Lists<Category> categories = new();
    private readonly Lists<Severity> severities = new();
    private readonly Lists<int> statuses = new();

    /// <summary>Indexes a catalogue.</summary>
    public RecordIndex(Catalogue catalogue)
    {
        foreach (var error in catalogue.Errors)
        {
            var record = error.Record;
            foreach (var name in (IEnumerable<string?>)[record.Id(), record.Code, record.Type, .. record.Aliases])
            {
                if (name is not null)
                {
                    names.Add(name, error);
                }
            }

            foreach (var exception in record.Sdk)
            {
                classes.Add(ClassOf(exception), error);
            }

            foreach (var status in record.Status)
            {
                statuses.Add(status, error);
            }

            providers.Add(record.Provider, error);
            categories.Add(record.Category, error);
            severities.Add(record.Severity, error);
        }
    }

    /// <summary>An exception class without its namespace: it is printed either way.</summary>
    public static string ClassOf(string exception) => exception[(exception.LastIndexOf('.') + 1)..];

    /// <summary>The records that bear a name: as their id, code, type, alias or exception class, whatever its case.</summary>
    public IEnumerable<CataloguedError> Named(string name) => names.Of(name).Union<CataloguedError>(classes.Of(ClassOf(name)), ReferenceEqualityComparer.Instance);

    /// <summary>The records that arrive under a status.</summary>
    public IReadOnlyList<CataloguedError> OfStatus(int status) => statuses.Of(status);

    /// <summary>The records of a provider.</summary>
    public IReadOnlyList<CataloguedError> OfProvider(Provider provider) => providers.Of(provider.Id);

    /// <summary>The records of a category.</summary>
    public IReadOnlyList<CataloguedError> OfCategory(Category category) => categories.Of(category);

    /// <summary>The records of a severity.</summary>
    public IReadOnlyList<CataloguedError> OfSeverity(Severity severity) => severities.Of(severity);

    /// <summary>The records under each key.</summary>
    private sealed class Lists<TKey>(IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        private readonly Dictionary<TKey, List<CataloguedError>> lists = new(comparer);

        public void Add(TKey key, CataloguedError error)
        {
            if (!lists.TryGetValue(key, out var list))
            {
                lists[key] = list = [];
            }

            // A record may say one name twice, and then it stands at the end already.
            if (list.Count == 0 || !ReferenceEquals(list[^1], error))
            {
                list.Add(error);
            }
        }

        public List<CataloguedError> Of(TKey key) => lists.GetValueOrDefault(key, []);
    }
}
