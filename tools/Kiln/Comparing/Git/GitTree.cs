using System.Text;

namespace Kiln.Tool.Comparing.Git;

/// <summary>The files of a revision, or of the index.</summary>
/// <param name="Objects">The name of each file's content, by its path from the top of the repository.</param>
/// <param name="Prefix">The current folder, from the top of the repository: empty, or with a slash at its end.</param>
internal sealed record GitTree(IReadOnlyDictionary<string, string> Objects, string Prefix)
{
    public static GitTree Read(KilnConsole console, RevisionPath revision, CancellationToken cancellationToken)
    {
        var folder = GitProgram.Run(console, ["rev-parse", "--show-prefix"], cancellationToken);
        if (!folder.IsSuccess)
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {revision.Text}: {console.CurrentDirectory} is not in a git repository, or git refuses it, and there is no file of that name ({folder.Reason}).");

        // Of a submodule there is only a commit, and a link leads somewhere else: neither is a document.
        var files =
            from line in Listing(console, revision, cancellationToken).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            let tab = line.IndexOf('\t', StringComparison.Ordinal)
            let fields = line[..tab].Split(' ')
            where fields[0] is "100644" or "100755"
            select (Path: line[(tab + 1)..], Object: revision.IsIndex ? fields[1] : fields[2]);
        return new(files.DistinctBy(f => f.Path).ToDictionary(f => f.Path, f => f.Object, StringComparer.Ordinal), folder.Text.TrimEnd('\n', '\r'));
    }

    private static string Listing(KilnConsole console, RevisionPath revision, CancellationToken cancellationToken)
    {
        if (revision.IsIndex)
            return GitProgram.Run(console, ["ls-files", "--stage", "-z", "--full-name", ":/"], cancellationToken).Text;

        var unknown = new KilnFailure(ExitCodes.Usage, $"cannot read {revision.Text}: there is no file of that name, and '{revision.Revision}' is not a revision of the git repository.");
        // No revision begins with a hyphen: git would take it for an option.
        if (revision.Revision.StartsWith('-'))
            throw unknown;
        var tree = GitProgram.Run(console, ["rev-parse", "--verify", "--quiet", $"{revision.Revision}^{{tree}}"], cancellationToken);
        if (!tree.IsSuccess)
            throw unknown;
        var listing = GitProgram.Run(console, ["ls-tree", "-r", "-z", "--full-tree", tree.Text.Trim()], cancellationToken);
        return listing.IsSuccess ? listing.Text : throw new KilnFailure(ExitCodes.Usage, $"cannot read {revision.Text}: {listing.Reason}");
    }
}
