using System.Text;
using Benchr.Api.Answers;
using Benchr.Api.Pages;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Guided;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Api.Catalogues;

/// <summary>Everything that one version of the knowledge answers with; immutable.</summary>
/// <param name="catalogue">The knowledge.</param>
internal sealed class Snapshot(Catalogue catalogue)
{
    private readonly Lazy<RecordIndex> records = new(() => new RecordIndex(catalogue));

    /// <summary>The knowledge.</summary>
    public Catalogue Catalogue { get; } = catalogue;

    /// <summary>An answer out of this knowledge.</summary>
    /// <param name="value">What it says.</param>
    /// <param name="address">Its one address, without host and query; null when the request's is.</param>
    /// <param name="modified">When what it says changed last; the whole knowledge's last change when left out.</param>
    /// <param name="expires">From when on it says something else by itself; never when left out.</param>
    /// <param name="link">The <c>Link</c> header that goes with it.</param>
    public CacheableAnswer<T> Answer<T>(T value, string? address = null, DateTimeOffset? modified = null, DateTimeOffset? expires = null, string? link = null) =>
        new(value, this, modified ?? Catalogue.Modified) { Address = address, Expires = expires, Link = link };

    /// <summary>An answer out of this knowledge, as text.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="address">Its one address, without host and query.</param>
    /// <param name="modified">When what it says changed last; the whole knowledge's last change when left out.</param>
    public CacheableContent Text(string text, string contentType, string address, DateTimeOffset? modified = null) =>
        new(Encoding.UTF8.GetBytes(text), contentType, this, modified ?? Catalogue.Modified) { Address = address };

    /// <summary>What it answered already.</summary>
    public AnswerCache Answers { get; } = new();

    /// <summary>Its records by name, status and kind; made when somebody first asks.</summary>
    public RecordIndex Records => records.Value;

    /// <summary>Its Markdown, rendered.</summary>
    public Prose Prose { get; } = new();

    /// <summary>The engine over it.</summary>
    public DiagnosisEngine Engine { get; } = new(catalogue);

    /// <summary>Leads through the checks of its records.</summary>
    public GuidedDiagnosis Guided { get; } = new(catalogue);
}

/// <summary>Holds the present snapshot. A request takes it once and keeps it; a new one is swapped in with one assignment.</summary>
internal sealed class SnapshotHolder
{
    private volatile Snapshot? current;

    /// <summary>The present snapshot; null until the first is loaded.</summary>
    public Snapshot? CurrentIfLoaded => current;

    /// <summary>The present snapshot.</summary>
    /// <exception cref="InvalidOperationException">None is loaded yet; the service does not listen before that.</exception>
    public Snapshot Current => current ?? throw new InvalidOperationException("The catalogue is not loaded yet.");

    /// <summary>Swaps in a snapshot.</summary>
    public void Swap(Snapshot snapshot) => current = snapshot;
}
