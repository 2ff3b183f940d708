using System.Globalization;
using Kiln.Runtime.Tests.Faults.Table;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>A row of the table as it ran: the longest call and the one that allocated most.</summary>
internal sealed record Measured(Fault Fault, TimeSpan Time, long Bytes, IReadOnlyList<string> Problems)
{
    // One that fails everywhere would take the whole time limit of each call.
    private const int EnoughProblems = 4;

    // Of a page that is cut at every byte, say, the short form of the tests tries this many.
    private const int SampleOfVariants = 24;

    /// <summary>Runs each form of a fault, or a sample of many, in each way.</summary>
    public static async Task<Measured> RunAsync(Fault fault, CancellationToken cancellationToken)
    {
        var (time, bytes, problems) = (TimeSpan.Zero, 0L, new List<string>());
        foreach (var variant in TestForm.Spread(fault.Variants, SampleOfVariants))
        {
            foreach (var way in Enum.GetValues<Ways>().Where(w => int.IsPow2((int)w) && fault.Expected.Any(e => e.Ways.HasFlag(w))))
            {
                var run = await FaultRun.RunAsync(fault, variant, way, cancellationToken);
                (time, bytes) = (run.Time > time ? run.Time : time, Math.Max(bytes, run.Bytes));
                if (run.Refute(fault, variant, way) is { } problem)
                    problems.Add(problem);
                if (problems.Count == EnoughProblems)
                    return new(fault, time, bytes, problems);
            }
        }
        return new(fault, time, bytes, problems);
    }

    /// <summary>The outcome, one sentence for each group of ways.</summary>
    public static string Outcome(Fault fault) => string.Join(
        "; ",
        fault.Expected.Select(e => (fault.Expected.Length == 1 && e.Ways.HasFlag(Ways.Reads) ? "" : Names(e.Ways) + ": ") + Text(fault, e)));

    public string TimeText => Time.TotalMilliseconds < 10 ? "< 10 ms" : Time.TotalSeconds < 1 ? Invariant($"{Math.Ceiling(Time.TotalMilliseconds / 10) * 10:0} ms") : Invariant($"{Time.TotalSeconds:0.0} s");

    public string BytesText => Bytes < 1024 * 1024 ? "< 1 MB" : Invariant($"{Bytes / 1024.0 / 1024.0:0} MB");

    private static string Text(Fault fault, Expectation expected)
    {
        var items = expected switch
        {
            _ when fault.Variants.Any(v => v.Items is not null) && Ways.Streams.HasFlag(expected.Ways) => "the items that came whole",
            { Items: null or 0 } => "",
            { Items: 1 } => "1 item",
            _ => Invariant($"{expected.Items} items"),
        };
        return expected.Outcome == Table.Outcome.Value
            ? $"the value{(items.Length == 0 ? "" : $" ({items})")}"
            : $"{items}{(items.Length == 0 ? "" : ", then ")}{expected.Outcome}";
    }

    private static string Names(Ways ways) => ways switch
    {
        Ways.Walks => "walks",
        Ways.Walks | Ways.Count => "walks and `CountAsync`",
        Ways.Streams => "item by item",
        Ways.Whole => "whole",
        _ => string.Join(", ", Enum.GetValues<Ways>().Where(w => int.IsPow2((int)w) && ways.HasFlag(w)).Select(Name)),
    };

    private static string Name(Ways way) => way switch
    {
        Ways.Get => "single call",
        Ways.ByPage => "page by page",
        Ways.Count => "`CountAsync`",
        Ways.Post => "POST",
        Ways.GetAll => "`GetAllAsync`",
        _ => "`AsJsonAsync`",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
