using Benchr.Api.Catalogues;
using Benchr.Api.Classify;
using Benchr.Api.Problems;
using Benchr.Diagnosis;
using Benchr.Diagnosis.Answers;

namespace Benchr.Api.Pages.Home;

/// <summary>The box for an error, and its diagnosis. The paste travels in a body, never in an address.</summary>
internal static class HomePages
{
    private const string Field = "paste";
    private static readonly string[] Scripts = ["paste.js", "code.js"];

    private static readonly PageHead Head = new(
        "Benchr: what LLM API errors mean and how to fix them",
        "Paste the error that an LLM API, SDK or gateway gave you: whose error it is, which cause it has, how to check, how to fix it, and whether to retry.",
        "/")
    {
        Scripts = Scripts,
    };

    public static void MapHomePage(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/", ["GET", "HEAD"], (SnapshotHolder holder) =>
            PageResult.Of<HomePage>(holder.Current, Head, "/"));
        pages.MapPost("/", DiagnoseAsync).DisableAntiforgery();
    }

    private static async Task<IResult> DiagnoseAsync(HttpContext context, SnapshotHolder holder)
    {
        if (!context.Request.HasFormContentType || context.Request.Headers.ContentEncoding is { Count: > 0 })
        {
            return new ProblemResult(ProblemKind.UnsupportedMediaType, "This page takes its own form. Programs send the paste to POST /v1/classify as text/plain.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return PasteLimits.TooLarge();
        }

        // Browsers send every line break of a form as two characters.
        var text = form[Field].ToString().ReplaceLineEndings("\n");
        if (PasteLimits.IsTooLong(text))
        {
            return PasteLimits.TooLarge();
        }

        return string.IsNullOrWhiteSpace(text)
            ? Page(Head with { IsUnlisted = true }, StatusCodes.Status422UnprocessableEntity, new() { [nameof(HomePage.Complaint)] = "There is nothing to diagnose. Paste the error as you got it." })
            : Diagnosed(holder.Current.Engine.Diagnose(new Paste { Text = text }));
    }

    private static PageResult Diagnosed(DiagnosisResult result) => Page(
        Head with { Title = TitleOf(result), IsUnlisted = true }, StatusCodes.Status200OK, new() { [nameof(HomePage.Result)] = result });

    private static string TitleOf(DiagnosisResult result) => result.Diagnosis is { } diagnosis ? Prose.Plain(diagnosis.Error.Record.Title) : "Not recognised";

    private static PageResult Page(PageHead head, int status, Dictionary<string, object?> parameters) => new(head, typeof(HomePage), parameters) { Status = status };
}
