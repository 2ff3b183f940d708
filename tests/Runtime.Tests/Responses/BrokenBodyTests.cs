using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Bodies that are compressed, break off, or do not come.</summary>
public class BrokenBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_bodies_are_read(string encoding)
    {
        await using var server = await TestServer.StartAsync(200, "application/json", Compress(Json.Page(null, "1"), encoding), h => h.ContentEncoding = encoding);

        Assert.Equal("1", (await server.Events().GetAsync(cancellationToken: Token)).Data![0].Id);
    }

    [Theory]
    [InlineData("cut in the middle")]
    [InlineData("cut before the checksum")]
    [InlineData("corrupt")]
    [InlineData("not compressed")]
    public async Task Broken_compression_is_a_body_exception(string kind)
    {
        var whole = Compress(Json.Page(null, [.. Enumerable.Range(0, 500).Select(i => (i * 7919).ToString())]), "gzip");
        var body = kind switch
        {
            "cut in the middle" => whole[..(whole.Length / 2)],
            "cut before the checksum" => whole[..^20],
            "corrupt" => [.. whole[..20], .. whole[20..].Select(b => (byte)~b)],
            _ => Encoding.UTF8.GetBytes(Json.Page(null, "1")),
        };
        await using var server = await TestServer.StartAsync(200, "application/json", body, h => h.ContentEncoding = "gzip");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal(200, e.StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"data\":[", "{\"data\":[")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n", "{\"data\":[")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n", "")]
    public async Task A_connection_that_breaks_in_the_body_is_a_body_exception(string rest, string received)
    {
        await using var server = new FaultServer(Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + rest).Close());

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((received, true), (e.BodyText, e.IsBodyTruncated));
        Assert.IsAssignableFrom<IOException>(e.InnerException);
    }

    [Fact]
    public async Task A_body_that_does_not_come_ends_in_time()
    {
        await using var server = new FaultServer(Reply.Head("200 OK", "Content-Length: 1000").Then("{\"data\":[").Then(new Part.Stall()));

        var e = await Assert.ThrowsAsync<ResponseBodyException>(
            () => server.Events(new ReadOptions { BodyTimeout = TimeSpan.FromMilliseconds(50) }).GetAsync(cancellationToken: Token));

        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Contains("0.05 seconds", e.Message);
    }

    [Fact]
    public async Task Cancelling_ends_a_call_that_waits_for_its_body()
    {
        await using var server = new FaultServer(Reply.Head("200 OK", "Content-Length: 1000").Then("{\"data\":[").Then(new Part.Stall()));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = server.Events().GetAsync(cancellationToken: cancel.Token);
        await server.Sent.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static byte[] Compress(string text, string encoding)
    {
        var buffer = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(buffer, CompressionLevel.Optimal),
            "br" => new BrotliStream(buffer, CompressionLevel.Optimal),
            _ => new ZLibStream(buffer, CompressionLevel.Optimal),
        })
            stream.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }
}
