using System.Text.RegularExpressions;

namespace Kiln.Generator.Tests.Architecture;

/// <summary>Which folders below a folder use which others, read from the text of their files. The folder itself is one of them, under the name <c>.</c></summary>
/// <remarks>
/// A file uses a folder when a <c>using</c> directive names its namespace. A namespace also sees the types of its parents without a directive, so a file
/// uses a parent folder when it names a type that is declared there.
/// </remarks>
internal sealed partial class FolderGraph
{
    private const string Self = ".";

    // From a folder to those that it uses, each with the first file that does.
    private readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    /// <summary>Reads a folder whose subfolders have namespaces of their own, as in <c>Kiln.Generator.Specs.Reading</c>.</summary>
    public static FolderGraph Read(string folder, string rootNamespace)
    {
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Folder: Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(source => source.Folder.Split('/')[0] is not ("bin" or "obj"))
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .ToList();
        var types = sources
            .SelectMany(source => TypeDeclaration().Matches(source.Text).Select(type => (source.Folder, Type: type.Groups[1].Value)))
            .ToLookup(declared => declared.Folder, declared => declared.Type);

        var graph = new FolderGraph();
        foreach (var source in sources)
        {
            foreach (Match directive in UsingDirective().Matches(source.Text))
            {
                if (FolderOf(directive.Groups[1].Value, rootNamespace, types) is { } used)
                    graph.Add(source.Folder, used, source.Name);
            }

            var words = Word().Matches(NotCode().Replace(source.Text, "")).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
            words.ExceptWith(types[source.Folder]);
            foreach (var parent in Parents(source.Folder).Where(parent => words.Overlaps(types[parent])))
                graph.Add(source.Folder, parent, source.Name);
        }
        return graph;
    }

    /// <summary>The cycles of folders that use each other, with a file for each step. Each folder that is part of a cycle is in one of those returned.</summary>
    /// <example><c>Files -> Filtering (SpecSource.cs) -> Joining (ComponentPruner.cs) -> Files (FileJoiner.cs)</c></example>
    public IReadOnlyList<string> FindCycles()
    {
        List<string> cycles = [];
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (var folder in uses.Keys)
        {
            if (reported.Contains(folder) || FindShortestCycle(folder) is not { } cycle)
                continue;
            reported.UnionWith(cycle);
            cycles.Add(folder + string.Concat(cycle.Select((next, i) => $" -> {next} ({uses[i == 0 ? folder : cycle[i - 1]][next]})")));
        }
        return cycles;
    }

    private void Add(string folder, string used, string file)
    {
        if (folder == used)
            return;
        if (!uses.TryGetValue(folder, out var known))
            uses.Add(folder, known = new(StringComparer.Ordinal));
        known.TryAdd(used, file);
    }

    /// <summary>The folders of the shortest cycle through a folder, without the folder at its start; <see langword="null"/> if there is none.</summary>
    private List<string>? FindShortestCycle(string folder)
    {
        Dictionary<string, string> previous = new(StringComparer.Ordinal);
        Queue<string> open = new([folder]);
        while (open.TryDequeue(out var current))
        {
            foreach (var next in uses.TryGetValue(current, out var used) ? used.Keys : Enumerable.Empty<string>())
            {
                if (!previous.TryAdd(next, current))
                    continue;
                if (next == folder)
                    return PathTo(folder, previous);
                open.Enqueue(next);
            }
        }
        return null;
    }

    private static List<string> PathTo(string folder, Dictionary<string, string> previous)
    {
        List<string> path = [folder];
        while (previous[path[0]] != folder)
            path.Insert(0, previous[path[0]]);
        return path;
    }

    // "using static" and an alias name a type; the folder is that of its namespace.
    private static string? FolderOf(string name, string rootNamespace, ILookup<string, string> types)
    {
        if (name != rootNamespace && !name.StartsWith(rootNamespace + ".", StringComparison.Ordinal))
            return null;
        var parts = name[rootNamespace.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        for (var length = parts.Length; length > 0; length--)
        {
            var folder = string.Join('/', parts.Take(length));
            if (types.Contains(folder))
                return folder;
        }
        return Self;
    }

    private static IEnumerable<string> Parents(string folder)
    {
        if (folder == Self)
            yield break;
        for (var end = folder.LastIndexOf('/'); end > 0; end = folder.LastIndexOf('/', end - 1))
            yield return folder[..end];
        yield return Self;
    }

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^(?:(?:public|internal|file|abstract|sealed|static|readonly|partial|ref) )*(?:class|record struct|record|struct|enum|interface|delegate [\w?<>.]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|//[^\\n]*|^using [^\\n]*", RegexOptions.Multiline)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
