using Kiln.Runtime.Requests;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;

namespace Kiln.DependencyInjection.Handlers;

/// <summary>Logs each request that is sent, the attempts of retries and the redirects among them: method, path template and host, and no value of the URL, header or body.</summary>
internal sealed partial class CallLogger(ILogger logger) : IHttpClientLogger
{
    public object? LogRequestStart(HttpRequestMessage request) => null;

    public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
    {
        var status = (int)response.StatusCode;
        Answered(logger, status >= 400 ? LogLevel.Warning : LogLevel.Debug, request.Method, PathOf(request), request.RequestUri?.Authority, status, elapsed.TotalMilliseconds);
    }

    public void LogRequestFailed(object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed)
    {
        // A caller that cancels does so on purpose.
        var level = exception is OperationCanceledException ? LogLevel.Debug : LogLevel.Warning;
        Failed(logger, level, request.Method, PathOf(request), request.RequestUri?.Authority, elapsed.TotalMilliseconds, exception);
    }

    private static string PathOf(HttpRequestMessage request) => KilnHandlers.PathTemplateOf(request) ?? "(URL of the caller)";

    [LoggerMessage(EventId = 1, EventName = "Answered", Message = "{Method} {PathTemplate} at {Host}: {StatusCode} after {Elapsed:0.0} ms")]
    private static partial void Answered(ILogger logger, LogLevel level, HttpMethod method, string pathTemplate, string? host, int statusCode, double elapsed);

    [LoggerMessage(EventId = 2, EventName = "Failed", Message = "{Method} {PathTemplate} at {Host}: no response after {Elapsed:0.0} ms")]
    private static partial void Failed(ILogger logger, LogLevel level, HttpMethod method, string pathTemplate, string? host, double elapsed, Exception exception);
}
