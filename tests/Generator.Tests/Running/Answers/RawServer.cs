using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kiln.Generator.Tests.Running.Answers;

/// <summary>A server on loopback that answers each request with the same bytes and closes the connection, as no web framework lets one do.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] answer;
    private readonly Task serving;

    /// <param name="answer">Status line, headers and body, with <c>\n</c> between lines; the rest of the headers is added.</param>
    public RawServer(string answer)
    {
        var end = answer.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? answer : answer[..end];
        this.answer = Encoding.UTF8.GetBytes($"HTTP/1.1 {head}\nConnection: close".ReplaceLineEndings("\r\n") + "\r\n\r\n" + (end < 0 ? "" : answer[(end + 2)..]));
        listener.Start();
        serving = ServeAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    /// <summary>The heads of the requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The bodies of the requests whose length is in the head.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                var request = await ReadHeadAsync(stream);
                Requests.Enqueue(request);
                if (LengthOf(request) is > 0 and var length)
                {
                    var body = new byte[length];
                    await stream.ReadExactlyAsync(body);
                    Bodies.Enqueue(Encoding.UTF8.GetString(body));
                }
                await stream.WriteAsync(answer);
                client.Client.Shutdown(SocketShutdown.Send);
                // Closed only when the client has read all of it, since a reset would take what is on its way.
                while (await stream.ReadAsync(new byte[256], stop.Token) > 0)
                {
                }
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
            {
                // The client is gone, or the test is at its end.
            }
        }
    }

    private static int LengthOf(string head) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture) : 0;

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) > 0)
            head.Append((char)buffer[0]);
        return head.ToString();
    }
}
