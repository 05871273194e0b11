using System.Globalization;
using System.Text;

namespace Benchr.LoadTests;

/// <summary>One kind of call.</summary>
/// <param name="Name">What it is called in the report, and its address at the twin.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its address at the service.</param>
internal sealed record Scenario(string Name, string Method, string Path)
{
    /// <summary>The body, and its media type.</summary>
    public (string Type, string Text)? Body { get; init; }

    /// <summary>A header more.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>The status to expect.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A paste of 1 KiB in JSON.</summary>
    public static string PasteOfOneKibibyte()
    {
        const string Error = """
            2026-11-20T10:12:31Z ERROR worker-3 call failed
            openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o in organization org-Ab12 on tokens per min (TPM): Limit 30000, Used 29500, Requested 1200. Please try again in 1.4s.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}

            """;
        var text = new StringBuilder("Traceback (most recent call last):\n");
        while (text.Length + Error.Length < 1000)
        {
            text.Append("  File \"/app/worker.py\", line 88, in run\n    answer = client.chat.completions.create(**request)\n");
        }

        return $"{{\"body\":{System.Text.Json.JsonSerializer.Serialize(text.Append(Error).ToString())}}}";
    }

    /// <summary>The request as it goes over the wire.</summary>
    /// <param name="path">The address.</param>
    public byte[] ToBytes(string path)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {path} HTTP/1.1\r\nHost: localhost\r\n");
        if (Header is { } header)
        {
            text.Append(CultureInfo.InvariantCulture, $"{header.Name}: {header.Value}\r\n");
        }

        if (Body is { } body)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {body.Type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body.Text)}\r\n\r\n{body.Text}");
        }
        else
        {
            text.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The request for a client that reads the answer.</summary>
    public HttpRequestMessage ToMessage()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Header is { } header)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        if (Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Text));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.Type);
        }

        return request;
    }
}
