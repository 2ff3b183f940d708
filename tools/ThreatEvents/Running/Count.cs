using System.Globalization;

namespace ThreatEvents.Running;

/// <summary>A number of events in words.</summary>
internal static class Count
{
    /// <example><c>1 event</c>, <c>2,500 events</c>.</example>
    public static string Of(long events) => $"{events.ToString("N0", CultureInfo.InvariantCulture)} event{(events == 1 ? "" : "s")}";
}
