using System.Diagnostics;
using System.Diagnostics.Metrics;

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

    /// <summary>
    /// The name of the meter, for OpenTelemetry: <c>metrics.AddMeter(KilnTelemetry.MeterName)</c>. It counts what a <see cref="Contracts.ContractObserver"/> sees:
    /// <c>kiln.contract.responses</c>, the responses that were read, and <c>kiln.contract.violations</c>, those that violated the document, once for each kind of violation in them. Both have the attributes
    /// <c>http.request.method</c>, <c>url.template</c> and <c>http.response.status_code</c>; the second has <c>kiln.contract.path</c> and <c>kiln.contract.expected</c> too. No attribute has a
    /// value of a response.
    /// </summary>
    public const string MeterName = "Kiln.Runtime";

    internal static ActivitySource Source { get; } = new(ActivitySourceName, typeof(KilnTelemetry).Assembly.GetName().Version?.ToString(3));

    private static Meter Meter { get; } = new(MeterName, typeof(KilnTelemetry).Assembly.GetName().Version?.ToString(3));

    internal static Counter<long> Responses { get; } = Meter.CreateCounter<long>("kiln.contract.responses", "{response}", "Responses whose contract was observed.");

    internal static Counter<long> Violations { get; } = Meter.CreateCounter<long>("kiln.contract.violations", "{violation}", "Violations of the document in responses.");
}
