using System.Globalization;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>A server on loopback with a file that it sends in parts, and connections that break where a test wants them to.</summary>
internal sealed class DownloadServer : IAsyncDisposable
{
    private readonly byte[] content;
    private readonly Func<int, int?> breakAfter;
    private readonly Action<int, Answer>? change;
    private readonly FaultServer server;
    private int count = -1;

    /// <summary>Starts a server.</summary>
    /// <param name="content">The content.</param>
    /// <param name="breakAfter">How many bytes a response brings before its connection breaks; null for one that is sent to its end. It is given the number of the response, from 0.</param>
    /// <param name="change">Changes a response; it is given the number of the response.</param>
    public DownloadServer(byte[] content, Func<int, int?> breakAfter, Action<int, Answer>? change = null)
    {
        (this.content, this.breakAfter, this.change) = (content, breakAfter, change);
        server = new(Reply);
    }

    public Uri Url => server.Url;

    public IReadOnlyCollection<Received> Requests => server.Requests;

    public IEnumerable<(string? Range, string? IfRange)> Asked => Requests.Select(r => (r.Headers.GetValueOrDefault("Range"), r.Headers.GetValueOrDefault("If-Range")));

    public static byte[] Content(int length)
    {
        var bytes = new byte[length];
        new Random(17).NextBytes(bytes);
        return bytes;
    }

    public ServiceRequestAdapter Adapter(IAuthenticationProvider? authentication = null) => new(
        authentication ?? new AnonymousAuthenticationProvider(), Url, new HttpClient(DefaultHandlers.Create(new RetryOptions { MaxRetries = 0 })) { Timeout = Timeout.InfiniteTimeSpan });

    public Task<ResponseStream> OpenAsync(Action<RequestInformation>? configure = null, RetryOptions? retries = null, ServiceRequestAdapter? adapter = null)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new(Url, "file?key=secret") };
        request.AddRequestOptions([retries ?? new RetryOptions { Delay = TimeSpan.Zero, MaxRetries = 2 }]);
        configure?.Invoke(request);
        return (adapter ?? Adapter()).SendAsync(request, BodyType.Stream, new ErrorMap(), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Reply Reply(Received request)
    {
        var number = Interlocked.Increment(ref count);
        int? start = request.Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : null;
        var answer = new Answer
        {
            Status = start is null ? "200 OK" : "206 Partial Content",
            Body = content.AsMemory(start ?? 0),
            ["Accept-Ranges"] = "bytes",
            ["ETag"] = "\"v1\"",
            ["Content-Range"] = start is null ? null : $"bytes {start}-{content.Length - 1}/{content.Length}",
        };
        change?.Invoke(number, answer);
        var headers = answer.Where(h => h.Value is not null).Select(h => $"{h.Key}: {h.Value}");
        var isBroken = breakAfter(number) is not null;
        var sent = breakAfter(number) is { } length ? answer.Body[..Math.Min(length, answer.Body.Length)] : answer.Body;
        var reply = Faults.Server.Reply.Head(answer.Status, [.. headers, answer.IsChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {answer.Body.Length}"]);
        reply = answer.IsChunked ? reply.Then($"{sent.Length:x}\r\n").Then(new Part.Bytes(sent)).Then("\r\n") : reply.Then(new Part.Bytes(sent));
        return isBroken ? reply.Close() : reply;
    }

    /// <summary>A response. A header that is null is not sent.</summary>
    public sealed class Answer : Dictionary<string, string?>
    {
        public required string Status { get; set; }

        public ReadOnlyMemory<byte> Body { get; set; }

        public bool IsChunked { get; set; }
    }
}
