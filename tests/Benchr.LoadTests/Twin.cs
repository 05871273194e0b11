using System.Globalization;
using System.Text;

namespace Benchr.LoadTests;

/// <summary>A bare Kestrel: reads what is sent, and answers the bytes that the service answered, with its headers, from memory.</summary>
internal static class Twin
{
    /// <summary>Where a server tells what it used.</summary>
    public const string Metrics = "/metrics";

    /// <summary>The name under which it tells how many bytes it allocated.</summary>
    public const string AllocatedBytes = "dotnet_gc_heap_total_allocated_bytes_total";

    /// <summary>Serves until the process is ended.</summary>
    /// <param name="port">The port.</param>
    /// <param name="folder">The answers, one file an address: its status, its headers, an empty line, its body.</param>
    public static async Task<int> RunAsync(int port, string folder)
    {
        var answers = Directory.EnumerateFiles(folder).ToDictionary(file => "/" + Path.GetFileName(file), file => RecordedAnswer.Parse(File.ReadAllBytes(file)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context => context.Request.Path == Metrics
            ? context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{AllocatedBytes} {GC.GetTotalAllocatedBytes()} 0\n"))
            : AnswerAsync(context, answers[context.Request.Path.Value!]));
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, RecordedAnswer answer)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            await reader.ReadToEndAsync();
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Status != StatusCodes.Status304NotModified)
        {
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body);
        }
    }
}

/// <summary>An answer that was recorded.</summary>
internal sealed record RecordedAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>Headers that the server makes itself.</summary>
    private static readonly string[] OfServer = ["date", "content-length", "transfer-encoding", "connection", "server"];

    public static async Task<RecordedAnswer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        [.. response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => (header.Key, string.Join(", ", header.Value)))],
        await response.Content.ReadAsByteArrayAsync());

    public static RecordedAnswer Parse(byte[] file)
    {
        var end = file.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.UTF8.GetString(file.AsSpan(0, end)).Split('\n');
        return new RecordedAnswer(
            int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture),
            [.. lines[1..].Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]))],
            file[(end + 2)..]);
    }

    public byte[] ToFile() =>
        [.. Encoding.UTF8.GetBytes($"{Status}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n"), .. Body];
}
