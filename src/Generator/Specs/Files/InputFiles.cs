using Kiln.Generator.Collections;

namespace Kiln.Generator.Specs.Files;

/// <summary>The input files, by path. No other file is ever read.</summary>
internal sealed class InputFiles
{
    private readonly Dictionary<string, SpecFileTree> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecFileTree> byUri = new(StringComparer.Ordinal);

    public InputFiles(IEnumerable<SpecFileTree> files)
    {
        foreach (var file in files)
        {
            // An editor may pass a file twice.
            if (byPath.ContainsKey(file.NormalPath))
                continue;
            byPath.Add(file.NormalPath, file);
            foreach (var resource in file.Links.Resources)
            {
                if (!byUri.ContainsKey(resource.Uri))
                    byUri.Add(resource.Uri, file);
            }
        }
    }

    /// <summary>The file of a normalized path; <see langword="null"/> if it is not an input file.</summary>
    public SpecFileTree? Find(string path) => byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>The file that has a part with a URI; <see langword="null"/> if there is none.</summary>
    public SpecFileTree? FindByUri(string uri) => byUri.Count > 0 && byUri.TryGetValue(BaseUri.Canonical(uri), out var file) ? file : null;

    /// <summary>The file whose path differs from a path at most in case; <see langword="null"/> if there is none.</summary>
    public SpecFileTree? FindIgnoringCase(string path) =>
        byPath.FirstOrDefault(f => string.Equals(f.Key, path, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The files that some files refer to, directly or indirectly, in the order of their paths, without those files themselves.</summary>
    public EquatableArray<SpecFileTree> FindReferenced(IEnumerable<SpecFileTree> starts) => FindReferenced(starts, path => Find(path) ?? FindByUri(path));

    /// <summary>The same, for files that are loaded one by one.</summary>
    public static EquatableArray<SpecFileTree> FindReferenced(IEnumerable<SpecFileTree> starts, Func<string, SpecFileTree?> find)
    {
        var pending = new Queue<SpecFileTree>(starts);
        var seen = new HashSet<string>(pending.Select(f => f.NormalPath), StringComparer.Ordinal);
        List<SpecFileTree> reached = [];
        while (pending.Count > 0)
        {
            foreach (var path in pending.Dequeue().Links.Paths)
            {
                // A file may be found by its path and by several URIs.
                if (!seen.Add(path) || find(path) is not { } file || (file.NormalPath != path && !seen.Add(file.NormalPath)))
                    continue;
                reached.Add(file);
                pending.Enqueue(file);
            }
        }
        return reached.OrderBy(f => f.NormalPath, StringComparer.Ordinal).ToEquatableArray();
    }
}
