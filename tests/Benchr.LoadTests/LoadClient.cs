using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Benchr.LoadTests;

/// <summary>What a round came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">The median time of an answer, in milliseconds.</param>
/// <param name="Percentile99">The time that 99 of 100 answers stayed under, in milliseconds.</param>
internal sealed record Round(double PerSecond, double Median, double Percentile99);

/// <summary>
/// Sends one request again and again over a few connections, each a thread of its own with a blocking socket: cheap enough to leave the
/// processors to those who are measured.
/// </summary>
internal static class LoadClient
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <summary>Sends for a while.</summary>
    /// <param name="port">The port on loopback.</param>
    /// <param name="request">The request as bytes.</param>
    /// <param name="status">The status that every answer must have.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="duration">How long.</param>
    /// <param name="perSecond">Requests a second over all connections, sent at fixed times whatever the answers take; null sends the next when the last is answered.</param>
    public static Round Run(int port, byte[] request, int status, int connections, TimeSpan duration, double? perSecond = null)
    {
        var times = new List<double>[connections];
        Exception? failure = null;
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, connections).Select(index => new Thread(() =>
        {
            try
            {
                times[index] = Send(port, request, status, duration, watch, perSecond / connections, index);
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                failure = exception;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failure is not null)
        {
            throw new InvalidOperationException("A call failed.", failure);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var sorted = times.SelectMany(list => list).Order().ToList();
        return new Round(sorted.Count / seconds, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);
    }

    private static List<double> Send(int port, byte[] request, int status, TimeSpan duration, Stopwatch watch, double? perSecond, int index)
    {
        using var client = new TcpClient("127.0.0.1", port) { NoDelay = true };
        var socket = client.Client;
        var buffer = new byte[LargestAnswer];
        var times = new List<double>(100_000);
        var interval = perSecond is { } rate ? TimeSpan.FromSeconds(1 / rate) : TimeSpan.Zero;
        var due = watch.Elapsed + (interval * (index / 16.0));
        while (watch.Elapsed < duration)
        {
            if (perSecond is null)
            {
                due = watch.Elapsed;
            }
            else if (due - watch.Elapsed is { Ticks: > 0 } early)
            {
                Thread.Sleep(early);
            }

            // From when it was due, so that waiting behind a slow answer counts as what it is; a thread that woke early began early.
            var begun = watch.Elapsed < due ? watch.Elapsed : due;
            socket.Send(request);
            Receive(socket, buffer, status);
            times.Add((watch.Elapsed - begun).TotalMilliseconds);
            due += interval;
        }

        return times;
    }

    private static void Receive(Socket socket, byte[] buffer, int status)
    {
        var received = 0;
        while (true)
        {
            var count = socket.Receive(buffer, received, buffer.Length - received, SocketFlags.None);
            received += count;
            var text = buffer.AsSpan(0, received);
            var end = text.IndexOf("\r\n\r\n"u8);
            if (count == 0)
            {
                throw new IOException("The connection was closed.");
            }

            if (end >= 0 && IsWhole(text, end + 4))
            {
                if (int.Parse(System.Text.Encoding.ASCII.GetString(text.Slice(9, 3)), CultureInfo.InvariantCulture) != status)
                {
                    throw new IOException($"Not {status}: {System.Text.Encoding.UTF8.GetString(text[..Math.Min(received, 300)])}");
                }

                return;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer, int body)
    {
        var at = answer[..body].IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            var digits = answer[(at + 16)..];
            return answer.Length - body >= int.Parse(System.Text.Encoding.ASCII.GetString(digits[..digits.IndexOf((byte)'\r')]), CultureInfo.InvariantCulture);
        }

        return answer[..body].IndexOf("Transfer-Encoding: chunked"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8);
    }
}
