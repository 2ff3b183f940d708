using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Gates;

/// <summary>Findings that were accepted before, and so fail no run.</summary>
internal sealed record Baseline(IReadOnlyList<BaselineEntry> Entries)
{
    public const string ExpiredId = "baseline-expired";
    public const string UnusedId = "baseline-unused";

    public static Baseline None { get; } = new([]);

    /// <summary>The entry by which a finding is accepted on a day; <see langword="null"/> if it is not.</summary>
    public BaselineEntry? Accepts(Finding finding, DateOnly today)
    {
        if (Entries.Count == 0)
            return null;
        var fingerprint = Fingerprint.Of(finding);
        return Entries.FirstOrDefault(e => e.Fingerprint == fingerprint && !e.IsExpired(today));
    }

    /// <summary>What there is to tell of the entries: those whose day has passed, and those that accept nothing.</summary>
    /// <param name="findings">All that was found, accepted or not.</param>
    /// <param name="today">The day.</param>
    public IEnumerable<Finding> Problems(IEnumerable<Finding> findings, DateOnly today)
    {
        if (Entries.Count == 0)
            return [];
        var found = findings.Select(Fingerprint.Of).ToHashSet(StringComparer.Ordinal);
        return Entries.Select(e => Problem(e, found.Contains(e.Fingerprint), today)).OfType<Finding>();
    }

    /// <summary>The baseline that accepts some findings: an entry that there is keeps its reason while it is valid, and one that nothing needs is dropped.</summary>
    /// <param name="wanted">The findings to accept.</param>
    /// <param name="found">All that was found.</param>
    /// <param name="reason">Why they are accepted.</param>
    /// <param name="expires">The last day on which they are.</param>
    /// <param name="today">The day.</param>
    public Baseline With(IEnumerable<Finding> wanted, IEnumerable<Finding> found, string reason, DateOnly? expires, DateOnly today)
    {
        var needed = found.Select(Fingerprint.Of).ToHashSet(StringComparer.Ordinal);
        var kept = Entries.Where(e => needed.Contains(e.Fingerprint) && !e.IsExpired(today));
        var added = wanted.Select(f => new BaselineEntry(Fingerprint.Of(f), f.Id, f.Subject.Length > 0 ? f.Subject : f.Member ?? "", reason, expires));
        return new([.. kept.Concat(added).DistinctBy(e => e.Fingerprint).OrderBy(e => e.Id, StringComparer.Ordinal).ThenBy(e => e.Subject, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal)]);
    }

    private static Finding? Problem(BaselineEntry entry, bool isFound, DateOnly today)
    {
        if (!isFound)
            return Warning(UnusedId, $"The baseline accepts {entry.Name}, which was not found; remove the entry", entry);
        return entry.IsExpired(today)
            ? Warning(ExpiredId, $"The baseline accepted {entry.Name} until {BaselineEntry.Write(entry.Expires!.Value)}: {entry.Reason}", entry)
            : null;
    }

    private static Finding Warning(string id, string message, BaselineEntry entry) => new(id, FindingSeverity.Warning, message)
    {
        Subject = entry.Name,
        New = entry.Location,
        NewText = entry.Fingerprint,
    };
}
