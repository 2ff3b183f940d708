using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kiln.Generator.Tests.Running.Paging;

/// <summary>A server on loopback that answers by a function. It closes each connection.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<PageRequest, PageAnswer> answer;
    private readonly Task serving;

    public PageServer(Func<PageRequest, PageAnswer> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    public ConcurrentQueue<PageRequest> Requests { get; } = new();

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
                var request = await ReadAsync(stream);
                Requests.Enqueue(request);
                await WriteAsync(stream, answer(request));
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

    private async Task<PageRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end)
            {
                var head = text[..end].Split("\r\n");
                var length = head.FirstOrDefault(h => h.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line.Split(':')[1]) : 0;
                if (bytes.Count >= end + 4 + length)
                    return new(new Uri(Url + head[0].Split(' ')[1]), [.. head.Skip(1)], text[(end + 4)..]);
            }
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
                throw new IOException("The request is not whole.");
            bytes.AddRange(buffer[..read]);
        }
    }

    private static async Task WriteAsync(NetworkStream stream, PageAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = new StringBuilder($"HTTP/1.1 {answer.Status} X\r\nConnection: close\r\n");
        if (answer.Status != 204)
            head.Append($"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (var header in answer.Headers)
            head.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(body.AsMemory(0, answer.CutAt ?? body.Length));
    }
}

/// <summary>A request.</summary>
/// <param name="Url">Its URL.</param>
/// <param name="Headers">Its headers, each as a line.</param>
/// <param name="Body">Its body; empty for none.</param>
internal sealed record PageRequest(Uri Url, IReadOnlyList<string> Headers, string Body)
{
    /// <summary>The decoded value of a query parameter; null for none.</summary>
    public string? Query(string name) => Url.Query.TrimStart('?').Split('&')
        .Where(p => Uri.UnescapeDataString(p.Split('=')[0]) == name)
        .Select(p => Uri.UnescapeDataString(p.Split('=')[1]))
        .SingleOrDefault();
}

/// <summary>An answer.</summary>
/// <param name="Body">Its body.</param>
/// <param name="Headers">Its headers, each as a line.</param>
internal sealed record PageAnswer(string Body, params string[] Headers)
{
    public int Status { get; init; } = 200;

    /// <summary>How much of the body is sent before the connection ends; null for all.</summary>
    public int? CutAt { get; init; }
}
