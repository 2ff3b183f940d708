using System.IO.Compression;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Responses;

public class DownloadTests
{
    private const int Length = 500_000;

    private static readonly byte[] Content = DownloadServer.Content(Length);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_is_whole_and_tells_how_far_it_is()
    {
        await using var server = new DownloadServer(Content, _ => null);
        var progress = new Steps();
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        await stream.DownloadAsync(copy, progress, Token);

        Assert.Equal(Content, copy.ToArray());
        Assert.Equal(new(0, Length), progress[0]);
        Assert.Equal(new(Length, Length), progress[^1]);
        Assert.InRange(progress.Count, 3, 2 + Length / (64 * 1024));
        Assert.Equal(progress.Select(p => p.BytesReceived).Distinct().Order(), progress.Select(p => p.BytesReceived));
    }

    [Fact]
    public async Task What_was_read_before_counts()
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : null);
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();
        var start = new byte[10];
        await stream.ReadExactlyAsync(start, Token);

        await stream.DownloadAsync(copy, cancellationToken: Token);

        Assert.Equal(Content, start.Concat(copy.ToArray()));
    }

    [Fact]
    public async Task A_download_goes_on_where_it_broke_off()
    {
        await using var server = new DownloadServer(Content, number => number < 3 ? 100_000 : null);
        var progress = new Steps();
        var notices = new List<RetryInfo>();
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync(
            request => request.Headers.Add("X-Caller", "me"), new() { Delay = TimeSpan.Zero, MaxRetries = 1, OnRetry = notices.Add });

        await stream.DownloadAsync(copy, progress, Token);

        Assert.Equal(Content, copy.ToArray());
        Assert.Equal([(null, null), ("bytes=100000-", "\"v1\""), ("bytes=200000-", "\"v1\""), ("bytes=300000-", "\"v1\"")], server.Asked);
        Assert.All(server.Requests, r => Assert.Equal(("/file?key=secret", "me"), (r.Target, r.Headers["X-Caller"])));
        Assert.Equal(new(Length, Length), progress[^1]);
        Assert.Equal([1, 1, 1], notices.Select(n => n.Attempt)); // each after a part that counts
        Assert.All(notices, n => Assert.IsAssignableFrom<IOException>(n.Exception));
    }

    [Fact]
    public async Task A_modification_date_serves_as_well()
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 10 : null, (_, response) =>
        {
            response["ETag"] = null;
            (response["Date"], response["Last-Modified"]) = ("Thu, 01 Jan 2026 00:00:01 GMT", "Thu, 01 Jan 2026 00:00:00 GMT");
        });
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        await stream.DownloadAsync(copy, cancellationToken: Token);

        Assert.Equal(Content, copy.ToArray());
        Assert.Equal(("bytes=10-", "Thu, 01 Jan 2026 00:00:00 GMT"), server.Asked.Last());
    }

    [Fact]
    public async Task Credentials_are_added_anew()
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 10 : null);
        var issued = 0;
        await using var stream = await server.OpenAsync(adapter: server.Adapter(new BaseBearerTokenAuthenticationProvider(new Tokens(() => $"token-{++issued}"))));

        await stream.DownloadAsync(Stream.Null, cancellationToken: Token);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Requests.Select(r => r.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("no ranges", "the service does not say that it sends parts")]
    [InlineData("ranges none", "the service does not say that it sends parts")]
    [InlineData("weak tag", "the service does not say by what a changed content could be told")]
    [InlineData("weak tag and date", "the service does not say by what a changed content could be told")]
    [InlineData("no validator", "the service does not say by what a changed content could be told")]
    [InlineData("date of now", "the service does not say by what a changed content could be told")]
    [InlineData("chunked", "the service does not say how long the content is")]
    [InlineData("post", "only a whole body that a GET without a range of its own has asked for can be resumed")]
    [InlineData("own range", "only a whole body that a GET without a range of its own has asked for can be resumed")]
    [InlineData("off", "resuming is off")]
    public async Task What_cannot_be_resumed_says_why(string fault, string reason)
    {
        await using var server = new DownloadServer(Content, _ => 1000, (_, response) =>
        {
            if (fault is "no ranges" or "ranges none")
                response["Accept-Ranges"] = fault is "no ranges" ? null : "none";
            if (fault is "no validator" or "date of now" or "weak tag" or "weak tag and date")
                response["ETag"] = fault.StartsWith("weak", StringComparison.Ordinal) ? "W/\"v1\"" : null;
            if (fault is "weak tag and date" or "date of now")
                response["Last-Modified"] = "Thu, 01 Jan 2026 00:00:00 GMT";
            if (fault is "weak tag and date" or "date of now" or "no validator")
                response["Date"] = fault is "date of now" ? "Thu, 01 Jan 2026 00:00:00 GMT" : "Fri, 02 Jan 2026 00:00:00 GMT";
            response.IsChunked = fault is "chunked";
        });
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync(
            request =>
            {
                request.HttpMethod = fault == "post" ? Method.POST : Method.GET;
                if (fault == "own range")
                    request.Headers.Add("Range", "bytes=0-");
            },
            fault == "off" ? new() { MaxRetries = 0 } : null);

        var e = await Assert.ThrowsAsync<DownloadException>(() => stream.DownloadAsync(copy, cancellationToken: Token));

        Assert.Contains($"broke off after 1000{(fault == "chunked" ? "" : " of 500000")} bytes, and was not resumed: {reason}", e.Message);
        Assert.StartsWith($"The download of {server.Url}file broke off", e.Message);
        Assert.Equal(1000, e.BytesReceived);
        Assert.Equal(Content[..1000], copy.ToArray());
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_that_is_compressed_on_the_way_is_not_resumed()
    {
        // Offsets would be those of the compressed bytes.
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.NoCompression))
            gzip.Write(Content);
        await using var server = new DownloadServer(compressed.ToArray(), _ => 100_000, (_, response) => response["Content-Encoding"] = "gzip");
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        var e = await Assert.ThrowsAsync<DownloadException>(() => stream.DownloadAsync(copy, cancellationToken: Token));

        Assert.Contains("was not resumed: the service does not say how long the content is", e.Message);
        Assert.Equal(Content[..(int)e.BytesReceived], copy.ToArray());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("whole", "the service sent the content from its start (200)")]
    [InlineData("no content", "the service sent the content from its start (204)")]
    [InlineData("other length", "the content has changed: it has 500001 bytes now, and not 500000")]
    [InlineData("other tag", "the content has changed: it has another ETag now")]
    [InlineData("no range", "without saying which part of the content that is")]
    [InlineData("many ranges", "without saying which part of the content that is")]
    [InlineData("other start", "the service sent the bytes 0 to 499999, where those from 1000 to 499999 were asked for")]
    [InlineData("beyond the end", "the service sent the bytes 1000 to 500000, where those from 1000 to 499999 were asked for")]
    [InlineData("backwards", "the service sent the bytes 1000 to 10, where")]
    [InlineData("wrong part", "the length of what the service sent is not the one that it says")]
    [InlineData("not satisfiable", "the content has changed: it is shorter now (416)")]
    [InlineData("gone", "the request for the rest failed: GET ")]
    public async Task Parts_that_do_not_fit_are_never_mixed(string fault, string reason)
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : null, (number, response) =>
        {
            if (number == 0)
                return;
            switch (fault)
            {
                case "whole": (response.Status, response.Body) = ("200 OK", Content); break;
                case "no content": (response.Status, response.Body) = ("204 No Content", default); break;
                case "other length": response["Content-Range"] = "bytes 1000-499999/500001"; break;
                case "other tag": response["ETag"] = "\"v2\""; break;
                case "no range": response["Content-Range"] = null; break;
                case "many ranges": (response["Content-Type"], response["Content-Range"]) = ("multipart/byteranges; boundary=x", null); break;
                case "other start": response["Content-Range"] = "bytes 0-499999/500000"; break;
                case "beyond the end": response["Content-Range"] = "bytes 1000-500000/*"; break;
                case "backwards": response["Content-Range"] = "bytes 1000-10/500000"; break;
                case "wrong part": response["Content-Range"] = "bytes 1000-1999/500000"; break;
                case "not satisfiable": (response.Status, response.Body) = ("416 Range Not Satisfiable", default); break;
                default: (response.Status, response.Body) = ("404 Not Found", default); break;
            }
        });
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        var e = await Assert.ThrowsAsync<DownloadException>(() => stream.DownloadAsync(copy, cancellationToken: Token));

        Assert.Contains("broke off after 1000 of 500000 bytes, and was not resumed: ", e.Message);
        Assert.Contains(reason, e.Message);
        Assert.DoesNotContain("secret", e.Message);
        Assert.Equal(Content[..1000], copy.ToArray());
        Assert.Equal(fault == "gone" ? 404 : null, (e.InnerException as ServiceException)?.StatusCode);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(100, 3)] // less than counts as headway
    public async Task Attempts_are_bounded(int perAttempt, int requests)
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : perAttempt);
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        var e = await Assert.ThrowsAsync<DownloadException>(() => stream.DownloadAsync(copy, cancellationToken: Token));

        Assert.Contains("2 attempts to resume it failed: ", e.Message);
        Assert.Equal(requests, server.Requests.Count);
        Assert.Equal(Content[..(int)e.BytesReceived], copy.ToArray());
        Assert.Equal(1000 + 2 * perAttempt, e.BytesReceived);
    }

    [Fact]
    public async Task A_part_may_be_shorter_than_the_rest()
    {
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : null, (number, response) =>
        {
            if (number == 0)
                return;
            var start = 1000 + (number - 1) * 100_000;
            response.Body = response.Body[..Math.Min(100_000, Length - start)];
            response["Content-Range"] = $"bytes {start}-{start + response.Body.Length - 1}/{Length}";
        });
        using var copy = new MemoryStream();
        await using var stream = await server.OpenAsync();

        await stream.DownloadAsync(copy, cancellationToken: Token);

        Assert.Equal(Content, copy.ToArray());
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_over_which_nothing_comes_is_broken()
    {
        ManualTime time = null!;
        time = new ManualTime { Waiting = wait => { if (wait == TimeSpan.FromSeconds(7)) ThreadPool.QueueUserWorkItem(_ => time.Advance(wait)); } };
        var count = 0;
        var handler = new StubHandler((request, _) =>
        {
            var isFirst = count++ == 0;
            var content = new StreamContent(isFirst ? new Stalling() : new MemoryStream(Content));
            content.Headers.ContentLength = Length;
            var response = new HttpResponseMessage(isFirst ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.PartialContent) { Content = content, RequestMessage = request };
            response.Headers.Add("Accept-Ranges", "bytes");
            response.Headers.Add("ETag", "\"1\"");
            if (!isFirst)
                content.Headers.Add("Content-Range", $"bytes 0-{Length - 1}/{Length}");
            return response;
        });
        var adapter = new ServiceRequestAdapter(
            new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler), new() { TimeProvider = time, BodyTimeout = TimeSpan.FromSeconds(7), CallTimeout = Timeout.InfiniteTimeSpan });
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new("http://s.test/file") };
        Exception? broken = null;
        request.AddRequestOptions([new RetryOptions { Delay = TimeSpan.Zero, OnRetry = notice => broken = notice.Exception }]);
        using var copy = new MemoryStream();
        await using var stream = await adapter.SendAsync(request, BodyType.Stream, new ErrorMap(), Token);

        await stream.DownloadAsync(copy, cancellationToken: Token);

        Assert.Equal(Content, copy.ToArray());
        Assert.Equal("Nothing came within 7 seconds.", Assert.IsType<TimeoutException>(broken).Message);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_download()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new DownloadServer(Content, number => number == 0 ? 1000 : null);
        await using var stream = await server.OpenAsync(retries: new() { OnRetry = _ => cancellation.Cancel() });

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.DownloadAsync(Stream.Null, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, e.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_the_destination_throws_propagates()
    {
        await using var server = new DownloadServer(Content, _ => null);
        await using var stream = await server.OpenAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => stream.DownloadAsync(new MemoryStream([], writable: false), cancellationToken: Token));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_of_a_fake_is_downloaded_too()
    {
        using var copy = new MemoryStream();
        await new ResponseStream(new MemoryStream(Content)).DownloadAsync(copy, cancellationToken: Token);

        Assert.Equal(Content, copy.ToArray());
        var e = await Assert.ThrowsAsync<DownloadException>(
            () => new ResponseStream(new MemoryStream([1]), 200, new([new("Content-Length", ["2"])])).DownloadAsync(Stream.Null, cancellationToken: Token));
        Assert.StartsWith("The download broke off after 1 of 2 bytes, and was not resumed: only a whole body", e.Message);
    }

    private sealed class Steps : List<DownloadProgress>, IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => Add(value);
    }

    private sealed class Tokens(Func<string> next) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(next());
    }

    /// <summary>A connection that stays open and brings nothing.</summary>
    private sealed class Stalling : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
