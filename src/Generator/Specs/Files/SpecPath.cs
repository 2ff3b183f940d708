namespace Kiln.Generator.Specs.Files;

/// <summary>Combines and normalizes paths as text, without access to a file system.</summary>
internal static class SpecPath
{
    /// <summary>The path with <c>/</c> as separator, and without <c>.</c> and <c>..</c> where they can be resolved.</summary>
    /// <example><c>api\segments/../pets.yaml</c> is <c>api/pets.yaml</c></example>
    public static string Normalize(string path)
    {
        var segments = path.Replace('\\', '/').Split('/');
        List<string> kept = [];
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            var isRoot = i == 0 && (segment.Length == 0 || segment.EndsWith(":", StringComparison.Ordinal));
            if (segment == ".." && kept.Count > 0 && kept[kept.Count - 1] != ".." && !IsRoot(kept))
                kept.RemoveAt(kept.Count - 1);
            else if (segment == ".." && IsRoot(kept))
                continue;
            else if (isRoot || segment is not ("" or "."))
                kept.Add(segment);
        }
        return string.Join("/", kept);
    }

    /// <summary>A path relative to the folder of a file; a rooted path is only normalized.</summary>
    public static string Combine(string file, string relative)
    {
        var folder = file.Replace('\\', '/');
        var end = folder.LastIndexOf('/');
        return Normalize(IsRooted(relative) || end < 0 ? relative : folder.Substring(0, end + 1) + relative);
    }

    /// <summary>A path relative to a folder; a rooted path is only normalized.</summary>
    public static string CombineWithFolder(string folder, string path) => folder.Length == 0 ? Normalize(path) : Combine(folder.TrimEnd('/', '\\') + "/", path);

    /// <summary>
    /// The text by which a reference in one file, as <see cref="FileReference"/> reads it, leads to another; <see langword="null"/> if there is none.
    /// Both paths are normal.
    /// </summary>
    public static string? Relative(string from, string to)
    {
        if (IsRooted(to))
            return Escape(to);
        var own = from.Split('/');
        var other = to.Split('/');
        var shared = 0;
        while (shared < own.Length - 1 && shared < other.Length - 1 && own[shared] == other[shared])
            shared++;
        var above = own.Skip(shared).Take(own.Length - 1 - shared).ToArray();
        // The folder above ".." has no name.
        return IsRooted(from) || above.Contains("..") ? null : Escape(string.Join("/", [.. above.Select(_ => ".."), .. other.Skip(shared)]));
    }

    private static string Escape(string path) => path.Replace("%", "%25").Replace("#", "%23").Replace("?", "%3F");

    public static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(Separators) + 1);

    private static readonly char[] Separators = ['/', '\\'];

    private static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    // The segment before a path's first slash is "" or a drive such as "C:".
    private static bool IsRoot(List<string> kept) => kept.Count == 1 && (kept[0].Length == 0 || kept[0].EndsWith(":", StringComparison.Ordinal));
}
