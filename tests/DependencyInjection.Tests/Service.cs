using System.Net;

namespace Kiln.DependencyInjection.Tests;

/// <summary>A service in place of connections: it records what is asked, and gives the answers in turn, the last one for ever.</summary>
internal sealed class Service(params HttpStatusCode[] statuses) : HttpMessageHandler
{
    public List<(string Method, Uri Url, string? Authorization)> Asked { get; } = [];

    /// <summary>Where the first request is redirected to; null for nowhere.</summary>
    public Uri? Redirect { get; init; }

    public string Body { get; init; } = """{"name":"Rex"}""";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString()));
        var status = statuses.Length == 0 ? HttpStatusCode.OK : statuses[Math.Min(Asked.Count, statuses.Length) - 1];
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(Body, null, "application/json") };
        if (Redirect is not null && Asked.Count == 1)
        {
            response.StatusCode = HttpStatusCode.Found;
            response.Headers.Location = Redirect;
        }
        return Task.FromResult(response);
    }
}
