using System.Security.Cryptography.X509Certificates;

namespace Kiln.Runtime.Http;

/// <summary>
/// Sends requests whose credentials have a certificate over connections that present it, and all others over connections without one, so that a certificate is shown to nobody else.
/// </summary>
/// <param name="plain">The connections without a certificate.</param>
/// <param name="create">Creates the connections that present a certificate.</param>
internal sealed class CertificateHandler(HttpMessageHandler plain, Func<X509Certificate2, HttpMessageHandler> create) : HttpMessageHandler
{
    private readonly object gate = new();
    private readonly Dictionary<X509Certificate2, HttpMessageInvoker> presenting = new(ReferenceEqualityComparer.Instance);
    private readonly HttpMessageInvoker anonymous = new(plain);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A redirect may have taken the request elsewhere.
        var invoker = AddedCredentials.Of(request)?.Certificate is var (certificate, origin) && Origin.AreSame(origin, request.RequestUri!) ? Presenting(certificate) : anonymous;
        return invoker.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            anonymous.Dispose();
            lock (gate)
            {
                foreach (var invoker in presenting.Values)
                    invoker.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private HttpMessageInvoker Presenting(X509Certificate2 certificate)
    {
        lock (gate)
        {
            if (!presenting.TryGetValue(certificate, out var invoker))
                presenting[certificate] = invoker = new(create(certificate));
            return invoker;
        }
    }
}
