using System.Diagnostics;
using System.Globalization;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Telemetry;

/// <summary>The activity of one call, by OpenTelemetry's semantic conventions for HTTP client spans (1.27), but without <c>url.full</c>: values in paths and queries may be secret.</summary>
/// <remarks>It may be told of retries from another thread than the one that ends it, but not at the same time.</remarks>
internal sealed class CallActivity(Activity activity) : ICallActivity, IDisposable
{
    private const string ErrorType = "error.type";
    private const string StatusCode = "http.response.status_code";

    private int retries;

    /// <summary>Whether anybody listens.</summary>
    public static bool IsWanted => KilnTelemetry.Source.HasListeners();

    /// <summary>Starts the activity of a call; null if whoever listens does not want this one.</summary>
    public static CallActivity? Start(RequestInformation request, string method)
    {
        var template = TemplateOf(request.UrlTemplate);
        if (KilnTelemetry.Source.StartActivity(template is null ? method : $"{method} {template}", ActivityKind.Client) is not { } activity)
            return null;
        activity.SetTag("http.request.method", method);
        if (template is not null)
            activity.SetTag("url.template", template);
        activity.SetTag("server.address", request.URI.Host);
        activity.SetTag("server.port", request.URI.Port);
        return new(activity);
    }

    /// <inheritdoc/>
    public void Retried(int attempt, TimeSpan delay, int? status, Exception? exception)
    {
        retries = attempt;
        ActivityTagsCollection tags = new() { ["kiln.retry.delay"] = delay.TotalSeconds };
        if (status is { } answered)
            tags[StatusCode] = answered;
        else if (exception is not null)
            tags[ErrorType] = TypeOf(exception);
        activity.AddEvent(new("retry", tags: tags));
    }

    /// <summary>Says which status the response has.</summary>
    public void Answered(int status) => activity.SetTag(StatusCode, status);

    /// <summary>Says what ended the call.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="status">The status of the response if that is the reason; null for another.</param>
    public void Failed(Exception exception, int? status)
    {
        activity.SetTag(ErrorType, status?.ToString(CultureInfo.InvariantCulture) ?? TypeOf(exception));
        activity.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        if (retries > 0)
            activity.SetTag("http.request.resend_count", retries);
        activity.Dispose();
    }

    // What .NET's own activities and metrics of HttpClient say.
    private static string? TypeOf(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "name_resolution_error",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "connection_error",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "secure_connection_error",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "response_ended",
        _ => exception.GetType().FullName,
    };

    /// <summary>The path template of a URL template of Kiota's, <c>{+baseurl}/pets/{petId}{?limit}</c>; null if it has none.</summary>
    public static string? TemplateOf(string? template)
    {
        const string BaseUrl = "{+baseurl}";
        if (template is null || !template.StartsWith(BaseUrl, StringComparison.Ordinal))
            return null;
        var query = template.IndexOf("{?", StringComparison.Ordinal);
        return query < 0 ? template[BaseUrl.Length..] : template[BaseUrl.Length..query];
    }
}
