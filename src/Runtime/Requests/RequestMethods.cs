using System.Diagnostics.CodeAnalysis;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Gives requests methods that Kiota's <see cref="Method"/> does not have, such as <c>QUERY</c>.</summary>
public static class RequestMethods
{
    /// <summary>
    /// Sets a method that <see cref="Method"/> does not have. <see cref="RequestInformation.HttpMethod"/> is then undefined, and only a <see cref="ServiceRequestAdapter"/>
    /// can send the request: the methods of this runtime throw a <see cref="NotSupportedException"/> for any other adapter, and send nothing.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="method">The method, a token that is case-sensitive (RFC 9110, section 9.1).</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The method is empty.</exception>
    /// <exception cref="FormatException">The method is not a token.</exception>
    public static RequestInformation WithMethod(this RequestInformation request, string method)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(method);
        OtherMethod.Set(request, method);
        return request;
    }

    /// <summary>Sends a request, and returns what the response handler among its options makes of the response.</summary>
    /// <exception cref="NotSupportedException">The adapter cannot send the method; nothing is sent.</exception>
    internal static Task<T?> SendToHandlerAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        IRequestAdapter adapter, RequestInformation request, CancellationToken cancellationToken) => OtherMethod.Of(request) is { } method
            ? SendToHandlerAsync<T>(adapter, request, method, cancellationToken)
            : adapter.SendPrimitiveAsync<T>(request, null, cancellationToken);

    private static async Task<T?> SendToHandlerAsync<T>(IRequestAdapter adapter, RequestInformation request, HttpMethod method, CancellationToken cancellationToken)
    {
        if (ClientRequestAdapter.SharedBy(adapter) is not ServiceRequestAdapter sender)
            throw new NotSupportedException($"{adapter.GetType().Name} cannot send a request with the method {method}, which Kiota does not have; use {nameof(ServiceRequestAdapter)}.");
        var response = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await request.GetRequestOption<ResponseHandlerOption>()!.ResponseHandler!.HandleResponseAsync<HttpResponseMessage, T>(response, null).ConfigureAwait(false);
    }
}
