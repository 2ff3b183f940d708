namespace Kiln.DependencyInjection.Handlers;

/// <summary>
/// Sends each request through the handlers that <c>IHttpClientFactory</c> has at that time, so that one client can live as long as the application: the factory replaces handlers after their
/// lifetime.
/// </summary>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The factory disposes handlers.
        using var invoker = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
