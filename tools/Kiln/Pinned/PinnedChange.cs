using Kiln.Tool.Diff;

namespace Kiln.Tool.Pinned;

/// <summary>A file as it is pinned and as the document gives it now; <see langword="null"/> where it is not.</summary>
internal sealed record PinnedChange(string FileName, string? Pinned, string? Current)
{
    private readonly string? pinned = Normal(Pinned);
    private readonly string? current = Normal(Current);

    public bool IsSame => pinned is not null && pinned == current;

    /// <summary>What happened to it, in a word.</summary>
    public string What => (Pinned, Current) switch
    {
        (null, _) => "added",
        (_, null) => "removed",
        _ => "changed",
    };

    /// <example><c>1 added, 2 changed</c></example>
    public static string Counts(IEnumerable<PinnedChange> changes) =>
        string.Join(", ", changes.GroupBy(change => change.What).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));

    // The pinned file's own name on both sides: the diff then goes through `patch -p1 -d DIR`, whatever the naming.
    public IEnumerable<DiffLine> Diff() => UnifiedDiff.Lines(
        pinned is null ? null : $"pinned/{FileName}", pinned ?? "",
        current is null ? null : $"spec/{FileName}", current ?? "");

    // Git turns line ends to \r\n on Windows: that is no drift.
    private static string? Normal(string? text) => text?.Replace("\r\n", "\n");
}
