using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Streaming;

/// <summary>Errors that a service sends in a stream, when its status has been sent long ago.</summary>
internal static class StreamErrors
{
    // What the service would have answered with, had it known before the first item.
    private const int Status = 500;

    /// <summary>The exception of an error, of the type that the document has for internal errors.</summary>
    /// <param name="response">The response.</param>
    /// <param name="errors">The types of its errors.</param>
    /// <param name="body">The error.</param>
    public static ServiceException Make(RawResponse response, ErrorMap errors, ReadOnlyMemory<byte> body)
    {
        var details = response.Describe(body, isOfStream: true);
        return errors.Find(Status)?.Make(details, body) ?? new ServiceException(details);
    }
}
