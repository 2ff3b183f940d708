using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Observing;

/// <summary>What was found in some traffic.</summary>
internal sealed class TrafficSummary
{
    // A recording of a browser has many paths of one kind, and a damaged one as many faults as entries.
    private const int MostShapes = 1_000;

    private readonly Dictionary<(string Method, string Shape), UndocumentedCalls> undocumented = [];
    private readonly Dictionary<(string File, string Reason), TrafficFaults> faults = [];
    private readonly SortedDictionary<string, long> ignored = new(StringComparer.Ordinal);

    /// <summary>What contradicts the document.</summary>
    public Observations Observations { get; } = new();

    /// <summary>The entries of all files, those that cannot be read included.</summary>
    public long Entries { get; set; }

    /// <summary>Calls of the document's servers that are none of its operations, by method and path.</summary>
    public IReadOnlyCollection<UndocumentedCalls> Undocumented => undocumented.Values;

    /// <summary>What cannot be read, by file and reason.</summary>
    public IReadOnlyCollection<TrafficFaults> Faults => faults.Values;

    /// <summary>How many entries say nothing about the document, by what they are.</summary>
    public IReadOnlyDictionary<string, long> Ignored => ignored;

    public void AddFault(TrafficFault fault)
    {
        var key = (fault.Place.File, fault.Reason);
        faults[key] = faults.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : new(fault.Place, fault.Reason, 1);
    }

    public void AddUndocumented(string method, string shape, string? template)
    {
        if (undocumented.TryGetValue((method, shape), out var known))
            undocumented[(method, shape)] = known with { Count = known.Count + 1 };
        else if (undocumented.Count < MostShapes)
            undocumented.Add((method, shape), new(method, shape, template, 1));
        else
            AddIgnored("of further paths");
    }

    /// <param name="what">What they are: <c>of other hosts</c>.</param>
    public void AddIgnored(string what) => ignored[what] = ignored.GetValueOrDefault(what) + 1;
}

/// <summary>Calls that are no operation of the document.</summary>
/// <param name="Method">The method.</param>
/// <param name="Shape">The path, with a placeholder for each identifier; the path template if there is one.</param>
/// <param name="Template">The path template, if only the method is not documented.</param>
/// <param name="Count">How many there were.</param>
internal sealed record UndocumentedCalls(string Method, string Shape, string? Template, long Count);

/// <summary>Entries of a file that cannot be read.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many there are.</param>
internal sealed record TrafficFaults(TrafficPlace First, string Reason, long Count);
