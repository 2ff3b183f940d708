using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Asks for the rest of a body that broke off (RFC 9110, section 14).</summary>
internal static class RangeRequests
{
    private const string Range = "Range";

    /// <summary>How the rest of a response to a request can be asked for.</summary>
    public static Continuation For(IRequestAdapter adapter, RequestInformation request, ReadOptions options, IBodyWriter body, ErrorMap errors)
    {
        // Only of GET are ranges defined, and a range of the caller's own is all that the caller wants.
        var canAsk = request.HttpMethod == Method.GET && !request.Headers.ContainsKey(Range);
        var retries = request.GetRequestOption<RetryOptions>() ?? (adapter as ServiceRequestAdapter)?.Retries ?? RetryOptions.Default;
        return new(canAsk ? AskAsync : null, FailAsync, retries, options);

        Task<RawResponse> AskAsync(long start, string validator, CancellationToken cancellationToken) =>
            RequestAdapterExtensions.SendForResponseAsync(adapter, From(request, start, validator), options, body, errors, cancellationToken);

        Task<ServiceException> FailAsync(RawResponse response, CancellationToken cancellationToken) =>
            RequestAdapterExtensions.FailAsync(response, errors, options, cancellationToken);
    }

    // A request of its own, since the caller may send the first one again.
    private static RequestInformation From(RequestInformation request, long start, string validator)
    {
        var rest = new RequestInformation { HttpMethod = request.HttpMethod, URI = request.URI, UrlTemplate = request.UrlTemplate };
        var state = request.GetRequestOption<CallState>();
        foreach (var (name, values) in request.Headers)
        {
            // Credentials are added anew: a token may have been renewed in the meantime.
            if (state?.Had(name) != false)
                rest.Headers.Add(name, [.. values]);
        }
        rest.AddRequestOptions(request.RequestOptions.Where(option => option is not ResponseHandlerOption));
        rest.Headers.Add(Range, $"bytes={start}-");
        rest.Headers.Add("If-Range", validator);
        return rest;
    }
}
