using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Templates;

namespace Benchr.Diagnosis.Tests;

/// <summary>Each signature of the seed does what it is there for.</summary>
public sealed class SeedSignatureTests
{
    [Fact]
    public void A_signature_speaks_for_its_own_cause_and_for_no_other_of_its_record()
    {
        var wrong = (
            from error in Seed.Catalogue.Errors
            from cause in error.Record.Causes
            from signature in cause.Signatures
            let result = Seed.Engine.Diagnose(new Paste { Text = Fill(signature), Provider = error.Record.Provider })
            where result.Outcome == DiagnosisOutcome.Diagnosed && result.Diagnosis!.Error.Record.Id() == error.Record.Id()
            let named = result.Diagnosis!.Cause
            where named is not null && named.Slug != cause.Slug
            // The same words under two causes: a fact beside them decides.
            where !named.Signatures.Contains(signature)
            select $"{error.Record.Id()} {cause.Slug}: '{signature}' is taken for {named.Slug}").ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} signatures\n{string.Join('\n', wrong)}");
    }

    private static string Fill(string signature) => string.Concat(MessageTemplate.Parse(signature).Parts.Select(part => part.IsLiteral ? part.Text : "zq7"));
}
