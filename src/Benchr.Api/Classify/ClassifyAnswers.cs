using Benchr.Api.Models;
using Benchr.Api.Problems;
using Benchr.Diagnosis.Answers;
using Benchr.Knowledge.Catalogues;
using Benchr.Knowledge.Records;

namespace Benchr.Api.Classify;

/// <summary>Turns the engine's results into answers.</summary>
internal static class ClassifyAnswers
{
    public static ClassifyAnswer Of(DiagnosisResult result, Catalogue catalogue, HttpContext context) => new()
    {
        Outcome = result.Outcome,
        Diagnosis = result.Diagnosis is { } diagnosis ? Of(diagnosis, context) : null,
        Alternatives = [.. result.Alternatives.Select(candidate =>
            new AlternativeAnswer(Of(candidate.Error, context), Of(candidate.Cause), candidate.Confidence))],
        StatusMeaning = result.StatusMeaning is { } status ? Of(status, result.Reading.RetryAfterSeconds, context) : null,
        Reading = result.Reading,
        Model = result.Model is { } model ? ModelLifecycleAnswer.Of(model, context) : null,
        Catalogue = catalogue.Version,
        Warnings = result.Warnings,
    };

    private static DiagnosisAnswer Of(Diagnosed diagnosis, HttpContext context)
    {
        var record = diagnosis.Error.Record;
        return new DiagnosisAnswer
        {
            Error = Of(diagnosis.Error, context),
            Cause = Of(diagnosis.Cause),
            Confidence = diagnosis.Confidence,
            Category = diagnosis.Cause?.Category ?? record.Category,
            Severity = record.Severity,
            Retry = new RetryAnswer(diagnosis.Retry.Advice, diagnosis.RetryAfterSeconds, diagnosis.Retry.Note),
            Meaning = record.Meaning,
            Fix = diagnosis.Cause?.Fix ?? record.Fix,
            Checks = record.Checks,
            Next = record.Checks is [var first, ..]
                ? new NextStep(Links.Diagnose(context, record.Provider, record.Code), new CheckReference(first.Slug, first.Title))
                : null,
            Faq = record.Faq,
            Evidence = diagnosis.Evidence,
        };
    }

    private static StatusMeaning Of(CataloguedError error, double? retryAfterSeconds, HttpContext context) => new(
        Of(error, context),
        error.Record.Meaning,
        error.Record.Fix,
        new RetryAnswer(error.Record.Retry.Advice, retryAfterSeconds, error.Record.Retry.Note));

    public static ErrorReference Of(CataloguedError error, HttpContext context) => new(
        error.Record.Id(), error.Record.Provider, error.Record.Code, error.Record.Title, Links.Error(context, error.Record.Provider, error.Record.Code));

    public static CauseAnswer? Of(Cause? cause) => cause is null ? null : new CauseAnswer(cause.Slug, cause.Title, cause.Explanation, cause.Fix);
}
