using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kiln.Generator.Tests.Requests.Decoding;

namespace Kiln.Generator.Tests.Requests.Sending;

/// <summary>
/// A server on a socket of this machine that keeps the bytes of each request, and answers 204 or what it is told to. It reads no more of HTTP/1.1 than where a request ends (RFC 9112, section 6).
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private RawRequest? last;

    public LoopbackServer()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");

    /// <summary>The bytes of the response to each request.</summary>
    public ReadOnlyMemory<byte> Answer { get; set; } = "HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray();

    /// <summary>The request that came since this was called before; <see langword="null"/> for none.</summary>
    public RawRequest? Take() => Interlocked.Exchange(ref last, null);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptAsync(end.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                socket.NoDelay = true;
                using var stream = new NetworkStream(socket);
                var received = new Received(stream, end.Token);
                while (await received.RequestAsync() is { } request)
                {
                    Interlocked.Exchange(ref last, request);
                    await stream.WriteAsync(Answer, end.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The client is gone, or the test is over.
        }
    }

    private sealed class Received(Stream stream, CancellationToken cancellationToken)
    {
        private byte[] buffer = new byte[16384];
        private int start;
        private int length;

        public async Task<RawRequest?> RequestAsync()
        {
            if (await LineAsync() is not { } first)
                return null;
            var headers = new List<(string Name, string Value)>();
            while (await LineAsync() is { Length: > 0 } line)
                headers.Add((line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim(' ')));

            var request = new RawRequest(first[..first.IndexOf(' ')], first[(first.IndexOf(' ') + 1)..first.LastIndexOf(' ')], headers, []);
            if (request.Header("Transfer-Encoding") is "chunked")
                return request with { Body = await ChunksAsync() };
            return request.Header("Content-Length") is { } count ? request with { Body = await BytesAsync(int.Parse(count, CultureInfo.InvariantCulture)) } : request;
        }

        private async Task<byte[]> ChunksAsync()
        {
            using var body = new MemoryStream();
            while (int.Parse((await LineAsync())!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is > 0 and var size)
            {
                body.Write(await BytesAsync(size));
                await LineAsync();
            }
            await LineAsync();
            return body.ToArray();
        }

        private async Task<string?> LineAsync()
        {
            while (true)
            {
                var at = buffer.AsSpan(start, length).IndexOf("\r\n"u8);
                if (at >= 0)
                {
                    var line = Encoding.Latin1.GetString(buffer, start, at);
                    (start, length) = (start + at + 2, length - at - 2);
                    return line;
                }
                if (!await FillAsync())
                    return null;
            }
        }

        private async Task<byte[]> BytesAsync(int count)
        {
            while (length < count)
            {
                if (!await FillAsync())
                    throw new IOException("The body is cut.");
            }
            var bytes = buffer[start..(start + count)];
            (start, length) = (start + count, length - count);
            return bytes;
        }

        private async Task<bool> FillAsync()
        {
            Array.Copy(buffer, start, buffer, 0, length);
            start = 0;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += count;
            return count > 0;
        }
    }
}
