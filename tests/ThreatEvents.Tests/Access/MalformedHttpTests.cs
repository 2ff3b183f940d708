using System.Net;
using System.Net.Sockets;
using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Access;

/// <summary>Answers that are not HTTP: what a message quotes of them is one short line, and does nothing to a terminal.</summary>
public sealed class MalformedHttpTests
{
    private const string Escape = "\u001b[2J\u001b]0;owned\u0007";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nbad " + Escape + "{0}\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n" + Escape + "{0}: 1\r\n\r\n")]
    [InlineData("HTTP/1.1 2" + Escape + "{0} OK\r\n\r\n")]
    [InlineData(Escape + "{0}\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Escape + "{0}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: " + Escape + "{0}\r\n\r\n")]
    [InlineData("HTTP/1.1 500 " + Escape + "{0}\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://" + Escape + "{0}/\r\nContent-Length: 0\r\n\r\n")]
    public async Task Are_told_in_one_safe_line(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var serving = AnswerAsync(listener, Encoding.UTF8.GetBytes(answer.Replace("{0}", new string('x', 2000), StringComparison.Ordinal)));

        var sentence = (await CommandRun.WithToken().Against(address)).FailsInTheEnd(1);
        listener.Stop();
        await serving;

        TestContext.Current.TestOutputHelper?.WriteLine(sentence);
        Assert.Contains(address.Authority, sentence);
        Assert.DoesNotContain("unexpected", sentence);
        Assert.Single(sentence.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(sentence.TrimEnd('\n'), char.IsControl);
        Assert.InRange(sentence.Count(c => c == 'x'), 0, 200);
    }

    /// <summary>The same answer on every connection, until the listener stops.</summary>
    private static async Task AnswerAsync(TcpListener listener, byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                var stream = client.GetStream();
                var request = new byte[16 * 1024];
                var (length, read) = (0, 1);
                while (read > 0 && !request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                    length += read = await stream.ReadAsync(request.AsMemory(length), TestContext.Current.CancellationToken);
                await stream.WriteAsync(answer, TestContext.Current.CancellationToken);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            // It was stopped.
        }
    }
}
