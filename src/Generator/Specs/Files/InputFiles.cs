using Kiln.Generator.Collections;

namespace Kiln.Generator.Specs.Files;

/// <summary>The files that a person gave, by path. What is not among them does not exist.</summary>
internal sealed class InputFiles
{
    private readonly Dictionary<string, SpecFileTree> byPath = new(StringComparer.Ordinal);

    public InputFiles(IEnumerable<SpecFileTree> files)
    {
        foreach (var file in files)
        {
            // An editor may hand over one file twice.
            if (!byPath.ContainsKey(file.NormalPath))
                byPath.Add(file.NormalPath, file);
        }
    }

    /// <summary>The file of a normal path, or <see langword="null"/> when it was not given.</summary>
    public SpecFileTree? Find(string path) => byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>The file that a path would mean where case does not count.</summary>
    public SpecFileTree? FindIgnoringCase(string path) =>
        byPath.FirstOrDefault(f => string.Equals(f.Key, path, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The files that some files lead to, over any number of steps, in the order of their paths; those files themselves are not among them.</summary>
    public EquatableArray<SpecFileTree> FindReferenced(IEnumerable<SpecFileTree> starts) => FindReferenced(starts, Find);

    /// <summary>The same, for files that come one by one.</summary>
    public static EquatableArray<SpecFileTree> FindReferenced(IEnumerable<SpecFileTree> starts, Func<string, SpecFileTree?> find)
    {
        var open = new Queue<SpecFileTree>(starts);
        var seen = new HashSet<string>(open.Select(f => f.NormalPath), StringComparer.Ordinal);
        List<SpecFileTree> reached = [];
        while (open.Count > 0)
        {
            foreach (var path in open.Dequeue().ReferencedPaths)
            {
                if (!seen.Add(path) || find(path) is not { } file)
                    continue;
                reached.Add(file);
                open.Enqueue(file);
            }
        }
        return reached.OrderBy(f => f.NormalPath, StringComparer.Ordinal).ToEquatableArray();
    }
}
