using System.Text.Json;
using System.Text.RegularExpressions;
using Benchr.Knowledge.Reading;
using Benchr.Knowledge.Records;
using Benchr.Knowledge.Templates;

namespace Benchr.Knowledge.Tests;

/// <summary>What the records promise a reader, proved over the whole seed; every failure with file and line.</summary>
public sealed partial class SeedProofTests
{
    /// <summary>Words of a sentence that may not stand in two records.</summary>
    private const int LongSentence = 8;

    private static readonly IReadOnlyList<SeedFile<ErrorRecord>> Records =
        SeedReader.Read(Repository.Seed, DateOnly.FromDateTime(DateTime.UtcNow)).Errors;

    [Fact]
    public void Every_bash_command_parses() =>
        ForEachCommand(Shell.Bash, "bash", commands => commands.Select(command => Tool.Run("bash", ["-n"], command)));

    [Fact]
    public void Every_Python_command_parses() =>
        ForEachCommand(Shell.Python, "python3", commands => Tool.RunOnAll("python3", ["-c", """
            import ast, json, sys
            for text in json.load(sys.stdin):
                try:
                    ast.parse(text); print(json.dumps(""))
                except SyntaxError as error:
                    print(json.dumps(str(error)))
            """], commands));

    [Fact]
    public void Every_Node_command_parses() =>
        ForEachCommand(Shell.Node, "node", commands => Tool.RunOnAll("node", ["--experimental-vm-modules", "--no-warnings", "-e", """
            const { SourceTextModule } = require("vm");
            for (const text of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
              try { new SourceTextModule(text); console.log(JSON.stringify("")); }
              catch (error) { console.log(JSON.stringify(String(error))); }
            }
            """], commands));

    [Fact]
    public void Every_JSON_body_parses() => AssertNone(
        from file in Records
        let response = file.Value.Response
        where response is not null && response.Body.TrimStart() is ['{' or '[', ..]
            && !response.Headers.Any(header => header.Value.Contains("event-stream", StringComparison.Ordinal) || header.Value.Contains("text/plain", StringComparison.Ordinal))
        let problem = ProblemOfJson(response.Body)
        where problem is not null
        select file.ProblemAt("response.body", problem));

    [Fact]
    public void A_signature_has_letters_enough_to_be_found() => AssertNone(
        from file in Records
        from cause in file.Value.Causes.Index()
        from signature in cause.Item.Signatures.Index()
            // A character of a script without an alphabet says as much as several letters.
        let longest = MessageTemplate.Parse(signature.Item).Parts.Where(part => part.IsLiteral).Max(part => part.Text.Sum(letter => !char.IsLetterOrDigit(letter) ? 0 : char.IsAscii(letter) ? 1 : 4))
        where longest < 8
        select file.ProblemAt($"causes[{cause.Index}].signatures[{signature.Index}]", $"'{signature.Item}' has no run of 8 letters and digits; it is never looked for"));

    [Fact]
    public void Every_cause_has_a_signature_a_fact_or_a_check_that_no_other_cause_of_its_record_has() => AssertNone(
        from file in Records
        from cause in file.Value.Causes.Index()
        where cause.Item.Signals.Count == 0 && cause.Item.Signatures.Count > 0
        // Where a check tells the two apart, the diagnosis names none of them and says which check to run.
        where !file.Value.Checks.SelectMany(check => check.Outcomes).Any(outcome => outcome.Cause == cause.Item.Slug)
        let others = file.Value.Causes.Where(other => other != cause.Item).SelectMany(other => other.Signatures).Select(Folded).ToHashSet(StringComparer.Ordinal)
        where cause.Item.Signatures.All(signature => others.Contains(Folded(signature)))
        select file.ProblemAt($"causes[{cause.Index}].signatures", $"all that '{cause.Item.Slug}' is known by belongs to other causes too; nothing can tell it from them"));

    [Fact]
    public void No_long_sentence_stands_in_two_records() => AssertNone(
        from entry in
            from file in Records
            from prose in Prose.Of(file.Value)
            from sentence in SentenceEnd().Split(prose.Text)
            let words = Word().Matches(sentence).Select(match => match.Value.ToLowerInvariant()).ToList()
            where words.Count >= LongSentence
            select (File: file, prose.Path, Key: string.Join(' ', words), Sentence: sentence.Trim())
        group entry by entry.Key into same
        where same.Select(entry => entry.File.File).Distinct().Count() > 1
        from entry in same.Skip(1)
        select entry.File.ProblemAt(entry.Path, $"'{entry.Sentence}' stands in {same.First().File.File} too; say what is particular here"));

    [Fact]
    public void Full_records_that_name_each_other_as_look_alikes_do_so_both_ways()
    {
        var byId = Records.ToDictionary(file => file.Value.Id(), StringComparer.Ordinal);
        AssertNone(
            from file in Records
            where file.Value.Depth == Depth.Full
            from related in file.Value.Related.Index()
            let other = byId[related.Item.Id]
            // What a bare status or a broken connection means is named by many; naming them all back helps nobody.
            where other.Value.Depth == Depth.Full && other.Value.Provider == file.Value.Provider
            where other.Value.Related.All(back => back.Id != file.Value.Id())
            select other.ProblemAt("related", $"{file.Value.Id()} names this record as a look-alike; name it back"));
    }

    [Fact]
    public void The_spelling_is_right()
    {
        Tool.Require("hunspell");
        var terms = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Benchr.Knowledge.Tests", "terms.txt")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = (
            from file in Records
            from prose in Prose.Of(file.Value)
            from word in PlainWord().Matches(CodeOrAddress().Replace(prose.Text, " ")).Select(match => Possessive().Replace(match.Value.Trim('\''), ""))
            where !terms.Contains(word) && !word.Any(char.IsAsciiDigit) && !word.Skip(1).Any(char.IsAsciiLetterUpper)
            select (Word: word, File: file, prose.Path)).ToLookup(entry => entry.Word, StringComparer.Ordinal);
        var unknown = Tool.Run("hunspell", ["-l", "-d", "en_US,en_GB", "-i", "utf-8"], string.Join('\n', words.Select(group => group.Key))).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        AssertNone(words.Where(group => unknown.Contains(group.Key)).Select(group =>
            group.First().File.ProblemAt(group.First().Path, $"'{group.Key}' is in no dictionary; a term belongs into tests/Benchr.Knowledge.Tests/terms.txt")));
    }

    private static void ForEachCommand(Shell shell, string tool, Func<IReadOnlyList<string>, IEnumerable<string>> problemsOf)
    {
        Tool.Require(tool);
        var commands = (
            from file in Records
            from check in file.Value.Checks.Index()
            where check.Item.Commands.ContainsKey(shell)
            select (File: file, Path: $"checks[{check.Index}].commands", Text: check.Item.Commands[shell])).ToList();

        AssertNone(commands.Zip(problemsOf([.. commands.Select(command => command.Text)]))
            .Where(pair => pair.Second.Length > 0)
            .Select(pair => pair.First.File.ProblemAt(pair.First.Path, pair.Second)));
        Assert.NotEmpty(commands);
    }

    private static void AssertNone(IEnumerable<KnowledgeProblem> problems)
    {
        var found = problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList();
        Assert.True(found.Count == 0, $"{found.Count} problems\n{string.Join('\n', found)}");
    }

    private static string? ProblemOfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static string Folded(string signature) => string.Concat(MessageTemplate.Parse(signature).Parts.Select(part =>
        part.IsLiteral ? string.Concat(part.Text.Where(char.IsLetterOrDigit)).ToLowerInvariant() : "\0"));

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n\n+|\n[-*] ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();

    [GeneratedRegex("'s$")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"`[^`]*`|<[^>]*>|""[^""]*""|https?://\S+|\S*[/@_=\\]\S*|\S+\.[a-z]\S*|--?[a-z][\w-]*", RegexOptions.IgnoreCase)]
    private static partial Regex CodeOrAddress();
}
