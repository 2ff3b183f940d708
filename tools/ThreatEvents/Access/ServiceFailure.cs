using System.Text.Json;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;
using ThreatEvents.Output;

namespace ThreatEvents.Access;

/// <summary>Says in a sentence what went wrong with the service.</summary>
internal static class ServiceFailure
{
    /// <summary>The sentence, or null for an exception that is not the service's: a fault of this program.</summary>
    public static string? Describe(Exception exception, ConsoleAccess console) => exception switch
    {
        ServiceException answer => Answer(answer, console),
        HttpRequestException failure => Unanswered(failure, console),
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => $"{console.Address} did not respond in time.",
        PagingException end => $"Reading the pages of {console.Address} failed: {SafeText.Excerpt(end.Message)}",
        JsonException wrong => $"{console.Address} sent a response that cannot be read: {SafeText.Excerpt(wrong.Message)}",
        IOException broken => $"The connection to {console.Address} was lost: {SafeText.Excerpt(broken.Message)}",
        ApiException other => $"The request to {console.Address} failed: {SafeText.Excerpt(other.Message)}",
        _ => null,
    };

    private static string Answer(ServiceException answer, ConsoleAccess console)
    {
        var status = $"{answer.StatusCode} {SafeText.Excerpt(answer.ReasonPhrase ?? "")}".TrimEnd();
        // The exception says why a redirect is not followed.
        if (answer.StatusCode is >= 300 and < 400)
            return $"{answer.Message}. Is {console.Address} the console's address?";
        if (answer.StatusCode is < 200 or >= 300)
            return $"{console.Address} returned {status}{Colon(ErrorBody.Summary(answer.BodyText, answer.ContentType))}.{Advice(answer.StatusCode, console)}";

        // Some consoles, and some proxies, tell an error under a status of success.
        if (ErrorBody.OfVendor(answer.BodyText) is not null)
            return $"{console.Address} returned {status} with an error instead of events: {ErrorBody.Summary(answer.BodyText, answer.ContentType)}.";

        // A page instead of JSON is most often a sign-in page, or one of a proxy on the way. What is wrong with JSON is said by the exception, in one
        // line that names the request and quotes the beginning of the body.
        return ErrorBody.IsHtml(answer.BodyText, answer.ContentType)
            ? $"{console.Address} returned {status}{Colon(ErrorBody.Summary(answer.BodyText, answer.ContentType))}, which is not a page of events. Is this the console's address?"
            : answer.Message;
    }

    private static string Colon(string text) => text.Length == 0 ? "" : ": " + text;

    private static string Advice(int status, ConsoleAccess console) => status switch
    {
        401 => " Is the API token correct, and not expired?",
        403 => " The token's user needs the permission Threats.view.",
        404 when console.IsEmbedded => $" The embedded console only has the threat {EmbeddedConsole.ConsoleServer.ThreatId}; use --console for a real one.",
        404 => $" Is {console.ThreatId} a threat of this console?",
        429 => " Try again later.",
        _ => "",
    };

    private static string Unanswered(HttpRequestException failure, ConsoleAccess console) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"{console.Address} could not be reached: the host name is unknown.",
        HttpRequestError.SecureConnectionError => $"{console.Address} could not be reached: no secure connection, {Innermost(failure)}.",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
            $"{console.Address} sent a response that is not valid HTTP: {Innermost(failure)}.",
        _ when failure.InnerException is IOException => $"The connection to {console.Address} was lost: {Innermost(failure)}.",
        _ => $"{console.Address} could not be reached: {Innermost(failure)}.",
    };

    private static string Innermost(Exception exception) => SafeText.Excerpt(exception.GetBaseException().Message).TrimEnd('.');
}
