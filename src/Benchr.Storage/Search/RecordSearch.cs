using Microsoft.Data.Sqlite;

namespace Benchr.Storage.Search;

/// <summary>Finds records by words: ranked, by the beginnings of words, and past slips of the fingers.</summary>
internal sealed class RecordSearch(SqliteConnection connection)
{
    private const char Begin = '\u0002';
    private const char End = '\u0003';
    private const int SnippetTokens = 18;

    /// <summary>The ids of the records that hold the words, best first: all of the words where any record has them all, else some.</summary>
    public SearchResult Find(string query)
    {
        var corrected = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new List<string>();
        foreach (var word in SearchTerms.Of(query))
        {
            if (IsKnown(word))
            {
                words.Add(word);
            }
            else if (SearchTerms.Correct(word, Vocabulary(word[0])) is { } correction)
            {
                corrected[word] = correction;
                words.Add(correction);
            }
        }

        var terms = words.Distinct().Select(SearchTerms.ToMatch).ToList();
        if (terms.Count == 0)
        {
            return new SearchResult([], "", corrected);
        }

        foreach (var match in (ReadOnlySpan<string>)[string.Join(" AND ", terms), string.Join(" OR ", terms)])
        {
            if (Ranked(match) is { Count: > 0 } hits)
            {
                return new SearchResult(hits, match, corrected);
            }
        }

        return new SearchResult([], "", corrected);
    }

    /// <summary>Where the words stand in a few of the records that were found.</summary>
    public Dictionary<string, IReadOnlyList<Highlight>> Highlights(SearchResult result, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, IReadOnlyList<Highlight>>(StringComparer.Ordinal);
        if (ids.Count == 0 || result.Match.Length == 0)
        {
            return found;
        }

        // The first two columns are the id and the hash.
        var snippets = SearchColumns.All.Select((_, index) => $"snippet({SearchIndex.Table}, {index + 2}, char(2), char(3), '…', {SnippetTokens})");
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, {string.Join(", ", snippets)} FROM {SearchIndex.Table} WHERE {SearchIndex.Table} MATCH $match AND id IN ({string.Join(", ", ids.Select((_, index) => $"$id{index}"))})";
        command.Parameters.AddWithValue("$match", result.Match);
        foreach (var (index, id) in ids.Index())
        {
            command.Parameters.AddWithValue($"$id{index}", id);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found[reader.GetString(0)] =
            [
                .. SearchColumns.All
                    .Select((column, index) => Highlight.Of(column.Name, reader.GetString(index + 1), Begin, End))
                    .Where(highlight => highlight.Ranges.Count > 0),
            ];
        }

        return found;
    }

    private List<SearchHit> Ranked(string match)
    {
        var weights = string.Join(", ", SearchColumns.All.Select(column => column.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Read(
            $"SELECT id, -bm25({SearchIndex.Table}, 0, 0, {weights}) AS score FROM {SearchIndex.Table} WHERE {SearchIndex.Table} MATCH $value ORDER BY score DESC, id",
            match,
            row => new SearchHit(row.GetString(0), row.GetDouble(1)));
    }

    private bool IsKnown(string word) => Read($"SELECT id FROM {SearchIndex.Table} WHERE {SearchIndex.Table} MATCH $value LIMIT 1", SearchTerms.ToMatch(word), row => row.GetString(0)).Count > 0;

    /// <summary>The words that begin with a letter; few slips hit the first.</summary>
    private List<string> Vocabulary(char first) =>
        Read($"SELECT term FROM {SearchIndex.Table}_words WHERE term >= $value AND term < $value || char(1114111) AND doc > 0", first.ToString(), row => row.GetString(0));

    private List<T> Read<T>(string sql, string value, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

/// <summary>What a search found.</summary>
/// <param name="Hits">Records, best first.</param>
/// <param name="Match">What the full-text engine was asked; empty when nothing was.</param>
/// <param name="Corrected">Words that were taken for others.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, string Match, IReadOnlyDictionary<string, string> Corrected);

/// <summary>A record that holds the words.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">How well it matches, above 0; only comparable within one search.</param>
public sealed record SearchHit(string Id, double Score);
