using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Files;

namespace Kiln.Tool.Documents;

/// <summary>
/// Reads a document and what it leads to. A file that nobody named is read only when a relative <c>$ref</c> leads to it, it lies below
/// the document's own folder with no link on the way, and it is called as YAML or JSON is: a document of a stranger must not be able to
/// have other files of the machine read.
/// </summary>
internal sealed class SpecFiles
{
    private const int MostFiles = 20_000;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Whether a file is called as YAML or JSON is.</summary>
    public static bool HasExtension(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private readonly KilnConsole console;
    private readonly HashSet<string> named;
    private readonly string folder;
    private readonly CancellationToken cancellationToken;
    private int count;

    private SpecFiles(KilnConsole console, string spec, InputChoices choices, CancellationToken cancellationToken)
    {
        this.console = console;
        this.cancellationToken = cancellationToken;
        folder = Path.GetDirectoryName(Resolve(spec)) ?? "";
        named = [.. choices.Files.SelectMany(Expand), .. choices.Overlays.Select(Resolve)];
    }

    /// <summary>The document with its files, parsed.</summary>
    public static SpecSource Load(KilnConsole console, string spec, InputChoices choices, CancellationToken cancellationToken)
    {
        var entry = SpecFile.Read(console, spec, cancellationToken);
        var files = new SpecFiles(console, spec, choices, cancellationToken);
        return SpecSource.Load(entry, files.Find, [.. choices.Overlays.Select(SpecPath.Normalize)], choices.Filter, cancellationToken, files.NamedPaths(spec))
            with { InfersPaging = choices.InfersPaging };
    }

    // Relative if the document's path is, so that one file has one path.
    private IReadOnlyList<string> NamedPaths(string spec)
    {
        var here = Resolve(".");
        return [.. named.Where(File.Exists).Order(StringComparer.Ordinal).Select(path => SpecPath.Normalize(Path.IsPathRooted(spec) ? path : Path.GetRelativePath(here, path)))];
    }

    private SpecText? Find(string path)
    {
        if (new FileReference(path, "").IsUri || path.Any(char.IsControl))
            return null;

        var full = Resolve(path);
        if (!named.Contains(full) && !IsOwn(full))
            return null;
        if (++count > MostFiles)
            throw new KilnFailure(ExitCodes.Usage, $"the document references more than {MostFiles} files.");
        return SpecFile.Read(console, path, cancellationToken);
    }

    private bool IsOwn(string full)
    {
        if (folder.Length == 0 || !full.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return false;
        if (!HasExtension(full) || !File.Exists(full))
            return false;

        for (FileSystemInfo? at = new FileInfo(full); at is not null && at.FullName != folder; at = at is FileInfo file ? file.Directory : ((DirectoryInfo)at).Parent)
        {
            if (at.LinkTarget is not null)
                return false;
        }
        return true;
    }

    private IEnumerable<string> Expand(string file)
    {
        var wildcard = file.IndexOfAny(['*', '?']);
        if (wildcard < 0)
        {
            var full = Resolve(file);
            return File.Exists(full) ? [full] : throw new KilnFailure(ExitCodes.Usage, $"cannot read {file}: it does not exist.");
        }

        // The folder before the first wildcard is where to look.
        var cut = file.LastIndexOfAny(['/', '\\'], wildcard) + 1;
        var start = Resolve(cut == 0 ? "." : file[..cut]);
        var glob = Glob.ForPaths(SpecPath.Normalize(Path.Combine(start, file[cut..])));
        var found = Disk.Try($"cannot read {file}", () => Directory
            .EnumerateFiles(start, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System })
            .Where(path => glob.Matches(SpecPath.Normalize(path)))
            .ToArray());
        return found.Length > 0 ? found : throw new KilnFailure(ExitCodes.Usage, $"no file matches {file}.");
    }

    private string Resolve(string path) => Disk.Try($"cannot read {path}", () => console.Resolve(path));
}
