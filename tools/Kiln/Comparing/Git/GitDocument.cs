using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Comparing.Git;

/// <summary>A document of a revision, with the files of the same revision. Its paths are those from the top of the repository.</summary>
/// <param name="Console">Where git runs.</param>
/// <param name="Revision">What a person typed.</param>
/// <param name="Tree">The files of the revision.</param>
/// <param name="Path">The document's path.</param>
internal sealed record GitDocument(KilnConsole Console, RevisionPath Revision, GitTree Tree, string Path) : DocumentFiles(Revision.Text)
{
    /// <summary>The document, which may be the one of a folder.</summary>
    public static GitDocument Find(KilnConsole console, RevisionPath revision, CancellationToken cancellationToken)
    {
        var tree = GitTree.Read(console, revision, cancellationToken);
        var path = SpecPath.Normalize(revision.IsRelative ? tree.Prefix + revision.Path : revision.Path);
        if (tree.Objects.ContainsKey(path))
            return new(console, revision, tree, path);

        var folder = path.Length == 0 ? "" : path + "/";
        var names = tree.Objects.Keys.Where(p => p.StartsWith(folder, StringComparison.Ordinal)).Select(p => p[folder.Length..]).ToList();
        if (names.Count == 0)
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {revision.Text}: there is no file of that name, and {Side(revision)} has no file '{path}'{Suggestion(revision, tree, path)}");

        using var objects = new GitObjects(console);
        var name = FolderDocument.Choose(
            revision.Text, names.Where(n => !n.Contains('/')), n => SpecFile.Of(folder + n, objects.Read(tree.Objects[folder + n], folder + n, cancellationToken)), cancellationToken);
        return new(console, revision, tree, folder + name);
    }

    /// <summary>The document with its files. Overlays are those of the file system: they say how a document is read, and the same has to hold for both sides.</summary>
    public override SpecSource Load(InputChoices choices, CancellationToken cancellationToken)
    {
        using var objects = new GitObjects(Console);
        string[] overlays = [.. choices.Overlays.Select(SpecPath.Normalize)];
        var named = choices.Files.SelectMany(Expand).ToHashSet(StringComparer.Ordinal);
        var folder = Path[..(Path.LastIndexOf('/') + 1)];
        return SpecSource.Load(Read(Path)!, Find, overlays, choices.Filter, cancellationToken, [.. named.Order(StringComparer.Ordinal)]) with { InfersPaging = choices.InfersPaging };

        SpecText? Find(string path)
        {
            if (overlays.Contains(path, StringComparer.Ordinal))
                return SpecFile.Read(Console, path, cancellationToken);
            return named.Contains(path) || IsOwn(path) ? Read(path) : null;
        }

        // The same files as on disk: nothing above the document's folder unless it is named.
        bool IsOwn(string path) => path.StartsWith(folder, StringComparison.Ordinal) && SpecFiles.HasExtension(path);

        SpecText? Read(string path) => Tree.Objects.TryGetValue(path, out var name) ? SpecFile.Of(path, objects.Read(name, $"{Revision.Revision}:{path}", cancellationToken)) : null;
    }

    public override string? TextOf(string path)
    {
        if (!Tree.Objects.TryGetValue(path, out var name))
            return null;
        using var objects = new GitObjects(Console);
        return SpecFile.Of(path, objects.Read(name, path, CancellationToken.None)).Text;
    }

    public override NamedText? Beside(string name)
    {
        var path = Path[..(Path.LastIndexOf('/') + 1)] + name;
        return TextOf(path) is { } text ? new($"{Revision.Revision}:{path}", text) : null;
    }

    // A glob is relative to the current folder, as it is for files.
    private IEnumerable<string> Expand(string glob)
    {
        if (System.IO.Path.IsPathRooted(glob))
            return [];
        var pattern = Glob.ForPaths(SpecPath.Normalize(Tree.Prefix + glob));
        return Tree.Objects.Keys.Where(pattern.Matches);
    }

    private static string Side(RevisionPath revision) => revision.IsIndex ? "the index of the git repository" : $"the revision '{revision.Revision}'";

    private static string Suggestion(RevisionPath revision, GitTree tree, string path)
    {
        if (!revision.IsRelative && tree.Prefix.Length > 0 && tree.Objects.ContainsKey(SpecPath.Normalize(tree.Prefix + path)))
            return $"; paths start at the top of the repository: did you mean '{revision.Revision}:./{path}'?";
        return SimilarName.Find(path, tree.Objects.Keys) is { } similar ? $"; did you mean '{revision.Revision}:{similar}'?" : ".";
    }
}
