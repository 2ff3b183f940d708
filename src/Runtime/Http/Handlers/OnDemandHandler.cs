using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// One of Kiota's handlers that does something for few requests: only those pass through it, and it is created for the first of them. To most processes it
/// would be code that has to be compiled before the first response.
/// </summary>
/// <param name="create">Creates Kiota's handler.</param>
/// <param name="isNeeded">Whether the handler has to see a request.</param>
internal sealed class OnDemandHandler(Func<DelegatingHandler> create, Predicate<HttpRequestMessage> isNeeded) : DelegatingHandler
{
    private readonly object gate = new();
    private HttpMessageInvoker? handler;

    /// <summary>A handler that does nothing for a request without its option.</summary>
    /// <typeparam name="TOption">The option, by which a caller asks for it.</typeparam>
    public static OnDemandHandler For<TOption>(Func<DelegatingHandler> create)
        where TOption : IRequestOption
    {
        var option = typeof(TOption).FullName!;
        return new(create, request => ((IDictionary<string, object?>)request.Options).ContainsKey(option));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        isNeeded(request) ? Handler().SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private HttpMessageInvoker Handler()
    {
        lock (gate)
        {
            if (handler is null)
            {
                var created = create();
                created.InnerHandler = InnerHandler!;
                // The inner handler is this one's to dispose.
                handler = new(created, disposeHandler: false);
            }
            return handler;
        }
    }
}
