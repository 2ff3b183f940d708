using System.Globalization;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>Which of the responses of an operation are successes by its document.</summary>
internal static class DocumentedSuccesses
{
    private const int NotModified = 304;

    /// <summary>Whether a response is read as a success. A redirect that had to be refused is none, whatever the document says: the body that was asked for is behind it.</summary>
    public static bool IsRead<T>(RawResponse response, BodyType<T> body, ErrorMap errors) =>
        body.IsSuccess(response.StatusCode)
        || (errors.Successes.Contains(response.StatusCode) && (!IsRedirect(response.StatusCode) || (body.ReadsRedirects && !response.IsRefusedRedirect)));

    /// <summary>The violation that the status code of a success is; null if the document has it, or does not say which ones it has.</summary>
    public static ContractViolation? Violation<T>(RawResponse response, BodyType<T> body, ErrorMap errors)
    {
        var (statusCode, documented) = (response.StatusCode, errors.Successes);
        return documented.Count == 0 || documented.Contains(statusCode) || body.IsDocumented(statusCode) || documented.Any(IsRedirect) || response.IsRequestedPart
            ? null
            : new("$", SuccessStatuses.Expected(documented), statusCode.ToString(CultureInfo.InvariantCulture));
    }

    // Followed, it ends in a status of which the document says nothing.
    private static bool IsRedirect(int statusCode) => statusCode is >= 300 and <= 399 and not NotModified;
}
