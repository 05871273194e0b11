using System.Buffers;
using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Catalogues;

namespace Benchr.Diagnosis.Scrubbing;

/// <summary>
/// Finds credentials and masks them before anything else sees the text. A masked text is as long as the original, so
/// every offset stays what it was; prefix and last four characters stay, so a key can still be recognised.
/// </summary>
internal sealed class Scrubber
{
    /// <summary>More credentials than this in one paste are masked as well, and not told one by one.</summary>
    private const int MostWarnings = 20;

    /// <summary>So long a prefix is no part of an ordinary word.</summary>
    private const int SurePrefix = 6;

    private readonly KeyPrefix[] prefixes;
    private readonly SearchValues<string> anyPrefix;

    public Scrubber(Catalogue catalogue)
    {
        prefixes = [.. catalogue.Providers
            .SelectMany(provider => provider.Keys.Select(key => new KeyPrefix(key.Prefix, key.MinimumLength, provider.Id, key.Advice)))
            .OrderByDescending(prefix => prefix.Text.Length)];
        anyPrefix = SearchValues.Create([.. prefixes.Select(prefix => prefix.Text).Distinct()], StringComparison.Ordinal);
    }

    /// <summary>Masks the credentials of a text.</summary>
    public ScrubbedText Scrub(string text)
    {
        var secrets = new List<SecretSpan>();
        var echoes = new List<KeyEcho>();
        FindKeys(text, secrets, echoes);
        GenericSecrets.Find(text, secrets);
        secrets = WithoutOverlaps(secrets);
        return new ScrubbedText(Mask(text, secrets), Warn(text, secrets), echoes);
    }

    private void FindKeys(string text, List<SecretSpan> secrets, List<KeyEcho> echoes)
    {
        var position = 0;
        while (position < text.Length)
        {
            var next = text.AsSpan(position).IndexOfAny(anyPrefix);
            if (next < 0)
            {
                return;
            }

            position += next;
            var prefix = prefixes.First(candidate => text.AsSpan(position).StartsWith(candidate.Text, StringComparison.Ordinal));

            // Three letters can stand in any word; a longer prefix is a key's wherever it stands.
            if (prefix.Text.Length < SurePrefix && !Surroundings.CanBegin(text, position))
            {
                position++;
                continue;
            }

            var owners = prefixes.Where(candidate => candidate.Text == prefix.Text).Select(candidate => candidate.Provider).Distinct().ToArray();
            var whole = CredentialCharacters.EndOfWhole(text, position + prefix.Text.Length);
            if (whole - position - prefix.Text.Length >= prefix.MinimumLength)
            {
                secrets.Add(new SecretSpan(position, whole, prefix.Text.Length, owners.Length == 1 ? owners[0] : null, prefix.Advice));
            }

            var shown = CredentialCharacters.EndOfMasked(text, position + prefix.Text.Length);
            if (shown > position + prefix.Text.Length)
            {
                echoes.Add(new KeyEcho(position, Math.Max(shown, whole), owners));
            }

            position = Math.Max(Math.Max(shown, whole), position + 1);
        }
    }

    /// <summary>Of two finds that overlap the earlier stays, widened to cover both.</summary>
    private static List<SecretSpan> WithoutOverlaps(List<SecretSpan> secrets)
    {
        var apart = new List<SecretSpan>();
        foreach (var secret in secrets.OrderBy(secret => secret.Start).ThenBy(secret => secret.Provider is null))
        {
            if (apart.Count > 0 && apart[^1].End > secret.Start)
            {
                apart[^1] = apart[^1] with { End = Math.Max(apart[^1].End, secret.End) };
            }
            else
            {
                apart.Add(secret);
            }
        }

        return apart;
    }

    private static string Mask(string text, List<SecretSpan> secrets) =>
        secrets.Count == 0
            ? text
            : string.Create(text.Length, (text, secrets), static (masked, state) =>
            {
                state.text.CopyTo(masked);
                foreach (var secret in state.secrets)
                {
                    masked[secret.MaskStart..secret.MaskEnd].Fill('*');
                }
            });

    private static List<SecretWarning> Warn(string text, List<SecretSpan> secrets)
    {
        var warnings = new List<SecretWarning>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var secret in secrets)
        {
            if (warnings.Count == MostWarnings)
            {
                break;
            }

            var head = text.AsSpan(secret.Start, Math.Min(4, secret.MaskStart - secret.Start));
            var masked = $"{head}…{text.AsSpan(secret.MaskEnd, secret.End - secret.MaskEnd)}";
            if (told.Add(masked))
            {
                warnings.Add(new SecretWarning("secret", secret.Provider, masked, secret.Advice));
            }
        }

        return warnings;
    }
}

/// <summary>A known beginning of a credential.</summary>
internal sealed record KeyPrefix(string Text, int MinimumLength, string Provider, string Advice);

/// <summary>A text without credentials.</summary>
/// <param name="Text">The text, masked, as long as the original.</param>
/// <param name="Warnings">What was masked.</param>
/// <param name="Echoes">Credentials of known shapes, whole or masked by whoever printed them.</param>
internal sealed record ScrubbedText(string Text, IReadOnlyList<SecretWarning> Warnings, IReadOnlyList<KeyEcho> Echoes);

/// <summary>A credential of a known shape, whole or masked.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Providers">Whose shape it has.</param>
internal sealed record KeyEcho(int Start, int End, IReadOnlyList<string> Providers);

/// <summary>A credential that must not go further.</summary>
internal sealed record SecretSpan(int Start, int End, int Shown, string? Provider, string Advice)
{
    private const int ShownAtEnd = 4;

    /// <summary>Where the masked part begins: behind the prefix that everybody knows.</summary>
    public int MaskStart => Math.Min(Start + Shown, End);

    /// <summary>Where the masked part ends: four characters tell keys apart, unless there are too few to spare.</summary>
    public int MaskEnd => End - MaskStart >= 4 * ShownAtEnd ? End - ShownAtEnd : End;
}
