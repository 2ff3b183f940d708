namespace Kiln.Benchmarks.Ratios;

/// <summary>What each line must not be above, in the order in which they are printed.</summary>
internal static class Limits
{
    public static IReadOnlyList<(string Line, double AtMost)> All { get; } =
    [
        ("read.time/kiota", 0.20),
        ("read.time/stj-sourcegen", 0.45),
        ("read.time/tokens-only", 2.0),
        ("read.bytes/kiota", 0.06),
        ("read.bytes/stj-sourcegen", 0.50),
        ("write.time/kiota", 0.40),
        ("write.time/stj-sourcegen", 0.90),
        ("request.time/kiota", 0.25),
        ("request.bytes/kiota", 0.35),
        ("pages.time/httpclient-stj", 0.75),
        ("pages.peak/one-page", 0.5),
        .. HostileRatios.Lines.Select(line => (line, HostileRatios.AtMost)),
        ("generate.time/nswag-load", 1.3),
        ("generate.megabytes", 6.0),
    ];
}
