namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>All faults, by kind. <c>docs/reliability.md</c> has the same table.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<(string Kind, IReadOnlyList<Fault> Faults)> Kinds { get; } =
    [
        ("Connections", ConnectionFaults.All),
        ("Bodies", BodyFaults.All),
        ("Compression", CompressionFaults.All),
        ("Redirects", RedirectFaults.All),
        ("Statuses and retries", StatusFaults.All),
        ("Charsets and Unicode", EncodingFaults.All),
        ("Pages", PageFaults.All),
    ];

    public static IEnumerable<Fault> All => Kinds.SelectMany(k => k.Faults);
}
