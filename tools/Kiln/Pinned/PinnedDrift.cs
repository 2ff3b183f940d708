using Kiln.Generator.Emission;
using Kiln.Tool.Files;
using Kiln.Tool.Gates;

namespace Kiln.Tool.Pinned;

/// <summary>How pinned files differ from those that the document gives now.</summary>
/// <param name="Directory">Their directory, as it was typed.</param>
/// <param name="Folder">The pinned files.</param>
/// <param name="FileCount">How many files the document gives.</param>
/// <param name="Changes">The files that differ.</param>
/// <param name="IsSdk">Whether the files declare types.</param>
/// <param name="Result">What was decided about the findings.</param>
internal sealed record PinnedDrift(string Directory, PinnedFolder Folder, int FileCount, IReadOnlyList<PinnedChange> Changes, bool IsSdk, GateResult Result)
{
    /// <exception cref="KilnFailure">There is no such directory, or it cannot be read.</exception>
    public static PinnedDrift Find(KilnConsole console, string directory, string? prefix, IReadOnlyList<SourceFile> files, Gate gate, DateOnly today)
    {
        // Mostly a mistyped path: to call every file new would send a person to look at the document.
        if (!System.IO.Directory.Exists(console.Resolve(directory)))
            throw new KilnFailure(ExitCodes.Usage, $"{directory} is not a directory with pinned files; create it with --accept.");

        var folder = Disk.Try($"cannot read {directory}", () => PinnedFolder.Read(console, directory, prefix, files));
        var changes = folder.CompareWith(files);
        var members = changes.Count == 0 ? PinnedMembers.None : PinnedMembers.Compare(folder, directory, files);
        return new(directory, folder, files.Count, changes, members.IsSdk, gate.Apply(members.Findings, today));
    }
}
