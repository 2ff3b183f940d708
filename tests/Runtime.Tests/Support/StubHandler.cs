using System.Collections.Concurrent;
using System.Net;

namespace Kiln.Runtime.Tests.Support;

/// <summary>A handler that answers as a test says, without a network, and keeps what it was asked.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    /// <summary>A handler that answers with these statuses, and with the last of them for ever.</summary>
    public static StubHandler Statuses(params HttpStatusCode[] statuses) => new((_, number) => new(statuses[Math.Min(number, statuses.Length - 1)]));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var number = Sent.Count;
        Sent.Enqueue(new(request.Method.Method, request.RequestUri!, request.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase), body));
        var response = answer(request, number);
        response.RequestMessage = request;
        return response;
    }
}

internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
