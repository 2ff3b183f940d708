using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Server;

/// <summary>Reads the requests of one connection: a head, and a body of the length that it says.</summary>
internal sealed class RequestReader(Socket socket)
{
    private byte[] bytes = new byte[4096];
    private int length;

    /// <summary>The next request; null if the client has closed its side.</summary>
    public async Task<Received?> ReadAsync(CancellationToken cancellationToken)
    {
        int head;
        while ((head = bytes.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
                return null;
        }

        var lines = Encoding.Latin1.GetString(bytes, 0, head).Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var name = line.Split(':')[0];
            var value = line[(name.Length + 1)..].Trim();
            headers[name] = headers.TryGetValue(name, out var before) ? before + ", " + value : value;
        }
        Consume(head + 4);
        var count = headers.TryGetValue("Content-Length", out var announced) ? int.Parse(announced, CultureInfo.InvariantCulture) : 0;
        while (length < count)
        {
            if (!await FillAsync(cancellationToken))
                return null;
        }
        var body = Encoding.UTF8.GetString(bytes, 0, count);
        Consume(count);
        return new(first[0], first.ElementAtOrDefault(1) ?? "", headers, body);
    }

    /// <summary>Reads until the client closes its side.</summary>
    public async Task SkipAllAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken))
            length = 0;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (length == bytes.Length)
            Array.Resize(ref bytes, length * 2);
        var read = await socket.ReceiveAsync(bytes.AsMemory(length), cancellationToken);
        length += read;
        return read > 0;
    }

    private void Consume(int count)
    {
        bytes.AsSpan(count, length - count).CopyTo(bytes);
        length -= count;
    }
}
