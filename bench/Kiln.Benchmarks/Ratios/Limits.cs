namespace Kiln.Benchmarks.Ratios;

/// <summary>What each line must not be above, in the order in which they are printed.</summary>
internal static class Limits
{
    public static IReadOnlyList<(string Line, double AtMost)> All { get; } =
    [
        ("read.time/kiota", 0.10),
        ("read.time/stj-sourcegen", 0.33),
        ("read.time/tokens-only", 1.5),
        ("read.bytes/kiota", 0.06),
        ("read.bytes/stj-sourcegen", 0.50),
        ("read.time/observer-off", 1.03),
        ("read.bytes/observer-off", 1.0),
        ("write.time/kiota", 0.40),
        ("write.time/stj-sourcegen", 0.65),
        ("request.time/kiota", 0.10),
        ("request.bytes/kiota", 0.33),
        ("multipart.time/httpclient", 1.1),
        ("pages.time/httpclient-stj", 0.75),
        ("pages.peak/one-page", 0.5),
        ("sse.time/peer", 0.6),
        ("lines.time/peer", 0.5),
        .. HostileRatios.Lines.Select(line => (line, HostileRatios.AtMost)),
        ("generate.time/nswag-load", 1.3),
        ("generate.megabytes", 4.3),
        ("event.bytes", 20_000),
        ("generate.time/kiota", 0.35),
        ("build.time/kiota", 0.60),
        ("build.openai.time/kiota", 0.65),
        ("build.bytes/kiota", 0.85),
        ("startup.time/kiota", 0.95),
        ("startup.cpu/kiota", 0.95),
        ("native.bytes", 12_000_000),
    ];
}
