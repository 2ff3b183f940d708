namespace Kiln.Generator.Tests.Requests.Sending;

/// <summary>Sends requests to other servers, which a document may have for single operations, to the one of this machine, with the same path and query.</summary>
internal sealed class ToLoopback(Uri server) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Authority != server.Authority)
            request.RequestUri = new Uri(server.GetLeftPart(UriPartial.Authority) + request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
