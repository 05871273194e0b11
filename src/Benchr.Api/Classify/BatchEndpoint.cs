using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Benchr.Api.Catalogues;
using Benchr.Api.Problems;
using Benchr.Api.RateLimits;
using Benchr.Api.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Benchr.Api.Classify;

/// <summary>Many pastes in, as many diagnoses out, in the same order; what is wrong with one is told in its place.</summary>
internal static class BatchEndpoint
{
    /// <summary>Most items of a JSON array; lines have no limit, since they stream.</summary>
    public const int MostItems = 1000;

    /// <summary>Longest JSON array, in bytes; it is held in memory.</summary>
    public const int LongestArray = 16 * 1024 * 1024;

    /// <summary>The media type of one item a line.</summary>
    public const string Lines = "application/x-ndjson";
    private const string ProblemType = "application/problem+json";

    public static void MapClassifyBatch(this WebApplication app) =>
        app.MapPost("/v1/classify/batch", ClassifyAsync)
            .WithTags("Diagnosis")
            .WithName("classifyErrors")
            .WithSummary("Diagnose many pasted errors")
            .WithDescription(
                $"Send `application/json`, an array of at most {MostItems} requests as `POST /v1/classify` takes them (or bare texts) and at most {LongestArray / 1024 / 1024} MiB, or `{Lines}`, one a line without end: "
                + "answers stream back as lines while you send, and who sends faster than the service takes items from one address is read slower. The order is kept. An item that is wrong is answered with a problem in its place, and the rest go on.")
            .Accepts<IReadOnlyList<ClassifyRequest>>("application/json", Lines)
            .Produces<IReadOnlyList<BatchAnswer>>(StatusCodes.Status200OK, "application/json", Lines)
            .Produces<Problem>(StatusCodes.Status400BadRequest, ProblemType)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, ProblemType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, ProblemType)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, ProblemType);

    private static Task<IResult> ClassifyAsync(HttpContext context, SnapshotHolder holder, IOptions<JsonOptions> json, BatchPace pace)
    {
        context.Response.Headers["Accept-Post"] = $"application/json, {Lines}";
        var type = !RequestText.IsPacked(context.Request) && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var parsed)
            ? parsed.MediaType.Value
            : null;
        var batch = new Batch(context, holder.Current, pace, json.Value.SerializerOptions);
        return type?.ToLowerInvariant() switch
        {
            "application/json" => batch.AnswerArrayAsync(),
            Lines or "application/jsonl" or "application/ndjson" => batch.AnswerLinesAsync(),
            _ => Task.FromResult<IResult>(new ProblemResult(
                ProblemKind.UnsupportedMediaType, $"Send an array as application/json, or one request a line as {Lines}, not compressed.")),
        };
    }

    /// <summary>One call.</summary>
    private sealed class Batch(HttpContext context, Snapshot snapshot, BatchPace pace, JsonSerializerOptions options)
    {
        /// <summary>So many lines are answered side by side before they are sent.</summary>
        private const int MostTogether = BatchPace.MostAtOnce;

        public async Task<IResult> AnswerArrayAsync()
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LongestArray;
            JsonDocument document;
            try
            {
                document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            }
            catch (JsonException)
            {
                return new ProblemResult(ProblemKind.MalformedJson, $"The body is not a JSON array. To send one request a line, use Content-Type: {Lines}.");
            }

            using (document)
            {
                if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() > MostItems)
                {
                    return ProblemResult.Of(ProblemKind.InvalidRequest, [new FieldProblem("request", $"must be an array of at most {MostItems} items; without a limit they go one a line as {Lines}")]);
                }

                var items = document.RootElement.EnumerateArray().Select(item => JsonMarshal.GetRawUtf8Value(item).ToArray()).ToList();
                await pace.WaitAsync(context, items.Count);
                var answers = AnswerAll(items);
                context.Response.ContentType = "application/json; charset=utf-8";
                var writer = context.Response.BodyWriter;
                writer.Write("["u8);
                foreach (var (index, answer) in answers.Index())
                {
                    writer.Write(index == 0 ? ""u8 : ","u8);
                    writer.Write(answer);
                }

                writer.Write("]"u8);
                await writer.FlushAsync(context.RequestAborted);
                return Results.Empty;
            }
        }

        public async Task<IResult> AnswerLinesAsync()
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
            context.Response.ContentType = Lines;
            var reader = context.Request.BodyReader;
            var lines = new List<byte[]>(MostTogether);
            var isSkipping = false;
            while (true)
            {
                var result = await reader.ReadAsync(context.RequestAborted);
                var buffer = result.Buffer;
                while (lines.Count < MostTogether && TryTakeLine(ref buffer, result.IsCompleted, ref isSkipping, out var line))
                {
                    if (line.Length > 0)
                    {
                        lines.Add(line);
                    }
                }

                // Nothing more is read until these are sent: whoever reads slowly is sent slowly.
                await SendAsync(lines);
                lines.Clear();
                var isDone = result.IsCompleted && buffer.IsEmpty;
                reader.AdvanceTo(buffer.Start, buffer.IsEmpty || buffer.PositionOf((byte)'\n') is not null ? buffer.Start : buffer.End);
                if (isDone)
                {
                    return Results.Empty;
                }
            }
        }

        /// <summary>Takes a line off the buffer. One that is too long is given as far as it goes, and what follows of it is skipped.</summary>
        private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isCompleted, ref bool isSkipping, out byte[] line)
        {
            line = [];
            if (buffer.IsEmpty)
            {
                return false;
            }

            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !isCompleted && buffer.Length <= PasteLimits.LongestRequest)
            {
                return false;
            }

            var content = end is { } at ? buffer.Slice(0, at) : buffer;
            if (!isSkipping)
            {
                line = content.Slice(0, Math.Min(content.Length, PasteLimits.LongestRequest + 1)).ToArray();
            }

            isSkipping = end is null && !isCompleted;
            buffer = end is { } next ? buffer.Slice(buffer.GetPosition(1, next)) : buffer.Slice(buffer.End);
            return true;
        }

        private async Task SendAsync(List<byte[]> lines)
        {
            if (lines.Count == 0)
            {
                return;
            }

            await pace.WaitAsync(context, lines.Count);
            var writer = context.Response.BodyWriter;
            foreach (var answer in AnswerAll(lines))
            {
                if (answer.Length > 0)
                {
                    writer.Write(answer);
                    writer.Write("\n"u8);
                }
            }

            await writer.FlushAsync(context.RequestAborted);
        }

        private byte[][] AnswerAll(List<byte[]> items)
        {
            var answers = new byte[items.Count][];
            if (items.Count == 1)
            {
                answers[0] = Answer(items[0]);
                return answers;
            }

            Parallel.For(0, items.Count, new ParallelOptions { CancellationToken = context.RequestAborted }, index => answers[index] = Answer(items[index]));
            return answers;
        }

        /// <summary>The answer to one item as JSON; nothing for a blank line.</summary>
        private byte[] Answer(byte[] item)
        {
            if (item.AsSpan().Trim(" \r\t"u8).IsEmpty)
            {
                return [];
            }

            var (request, problem) = item.Length > PasteLimits.LongestRequest ? (null, PasteLimits.TooLarge()) : ClassifyRequestReader.FromItem(item, options);
            return request is not null && ClassifyEndpoints.Classify(request, snapshot, context, out problem) is { } answer
                ? JsonSerializer.SerializeToUtf8Bytes(answer, options)
                : JsonSerializer.SerializeToUtf8Bytes(problem!.ToProblem(context), options);
        }
    }
}
