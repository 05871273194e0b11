using Benchr.Api.Answers;
using Benchr.Api.Catalogues;
using Benchr.Api.Categories;
using Benchr.Api.Classify;
using Benchr.Api.Commands;
using Benchr.Api.Configuration;
using Benchr.Api.Diagnose;
using Benchr.Api.Errors;
using Benchr.Api.Health;
using Benchr.Api.Lookup;
using Benchr.Api.Models;
using Benchr.Api.OpenApi;
using Benchr.Api.Pages;
using Benchr.Api.Problems;
using Benchr.Api.Providers;
using Benchr.Api.RateLimits;

if (CommandLine.TryRun(args, out var exitCode))
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);

builder.AddSettings();
builder.AddRequestLogging();
builder.AddCatalogue();
builder.AddRateLimits();
builder.AddAnswers();
builder.AddProblems();
builder.AddOpenApiDocument();

var app = builder.Build();

app.UseRequestLogging();
app.UseCatalogueHeader();
app.UseHeadRequests();
app.UseProblems();
app.UsePages();
app.UseRateLimits();
app.UseAnswers();

app.MapErrors();
app.MapDiagnose();
app.MapLookup();
app.MapClassify();
app.MapClassifyBatch();
app.MapProviders();
app.MapModels();
app.MapCategories();
app.MapPages();
app.MapHealth();
app.MapOpenApiDocument();

await app.RunAsync();
return 0;
