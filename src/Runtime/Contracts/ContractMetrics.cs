using System.Diagnostics;
using Kiln.Runtime.Telemetry;

namespace Kiln.Runtime.Contracts;

/// <summary>Adds observed responses to the metrics.</summary>
internal static class ContractMetrics
{
    public static void Add(ObservedResponse response, CountedResponse counted)
    {
        var tags = new TagList
        {
            { "http.request.method", response.Method },
            { "url.template", response.Template },
            { "http.response.status_code", response.StatusCode },
        };
        KilnTelemetry.Responses.Add(1, tags);
        // Without their location: it is not among those that are limited in number.
        if (counted.Others > 0)
            KilnTelemetry.Violations.Add(counted.Others, tags);
        foreach (var (path, expected) in counted.Known)
            KilnTelemetry.Violations.Add(1, [.. tags, new("kiln.contract.path", path), new("kiln.contract.expected", expected)]);
    }
}
