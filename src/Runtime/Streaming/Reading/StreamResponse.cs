using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Streaming;

/// <summary>What all streams share of their calls.</summary>
internal static class StreamResponse
{
    private const int NoContent = 204;
    private const int ResetContent = 205;

    /// <summary>Whether the status says that there is no body.</summary>
    public static bool IsAbsent(int statusCode) => statusCode is NoContent or ResetContent;

    /// <summary>Returns a request that was made for a stream.</summary>
    /// <exception cref="InvalidOperationException">It has a response handler of the caller's.</exception>
    public static RequestInformation Check(RequestInformation request) => RequestAdapterExtensions.HasOwnHandler(request)
        ? throw new InvalidOperationException("A stream reads its response itself; a response handler can only be used with a single call.")
        : request;

    /// <summary>Opens the body. The response closes it.</summary>
    /// <exception cref="ResponseBodyException">It broke off already.</exception>
    public static async Task<Stream> OpenAsync(RawResponse response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (RawResponse.IsBroken(e))
        {
            throw response.BrokenOff(e, default);
        }
    }
}
