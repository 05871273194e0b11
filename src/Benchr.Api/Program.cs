using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Categories;
using Benchr.Api.Changes;
using Benchr.Api.Classify;
using Benchr.Api.Commands;
using Benchr.Api.Configuration;
using Benchr.Api.Deprecations;
using Benchr.Api.Diagnose;
using Benchr.Api.Errors;
using Benchr.Api.Exports;
using Benchr.Api.Health;
using Benchr.Api.Llms;
using Benchr.Api.Lookup;
using Benchr.Api.Mcp;
using Benchr.Api.Models;
using Benchr.Api.OpenApi;
using Benchr.Api.Pages;
using Benchr.Api.Problems;
using Benchr.Api.Providers;
using Benchr.Api.RateLimits;
using Benchr.Api.Telemetry;

if (CommandLine.TryRun(args, out var exitCode))
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);

builder.AddSettings();
builder.AddRequestLogging();
builder.AddTelemetry();
builder.AddCatalogue();
builder.AddRateLimits();
builder.AddAnswers();
builder.AddExports();
builder.AddProblems();
builder.AddMcp();
builder.AddOpenApiDocument();

var app = builder.Build();

// The knowledge is loaded while the rest is set up.
app.BeginCatalogue();

// What was answered before is answered first; the rest comes after, dearest last.
app.UseRequestIds();
app.UseCatalogueHeader();
app.UseHeadRequests();
app.UseSecurityHeaders();
app.UseOpenAnswers();
app.UsePages();
app.UseRateLimits();
app.UseDeprecations();
app.UseAnswers();
app.UseRequestLogging();
app.UseProblems();

app.MapErrors();
app.MapDiagnose();
app.MapLookup();
app.MapClassify();
app.MapClassifyBatch();
app.MapProviders();
app.MapModels();
app.MapCategories();
app.MapChanges();
app.MapExports();
app.MapLlms();
app.MapMcp();
app.MapPages();
app.MapHealth();
app.MapMetrics();
app.MapOpenApiDocument();

await app.RunAsync();
return 0;
