using System.Diagnostics;

namespace Kiln.Runtime.Telemetry;

/// <summary>The names under which the calls of Kiln's SDKs can be observed.</summary>
public static class KilnTelemetry
{
    /// <summary>
    /// The name of the activity source, for OpenTelemetry: <c>tracing.AddSource(KilnTelemetry.ActivitySourceName)</c>. Each call is an activity named by its method and path
    /// template, such as <c>GET /pets/{petId}</c>, with the attributes of OpenTelemetry's conventions for HTTP clients. It has no URL, no query, no header and no body.
    /// </summary>
    /// <remarks>While nobody listens, calls make no activity and allocate nothing for it. Durations are measured by <see cref="HttpClient"/> itself (<c>http.client.request.duration</c> of the meter <c>System.Net.Http</c>).</remarks>
    public const string ActivitySourceName = "Kiln.Runtime";

    internal static ActivitySource Source { get; } = new(ActivitySourceName, typeof(KilnTelemetry).Assembly.GetName().Version?.ToString(3));
}
