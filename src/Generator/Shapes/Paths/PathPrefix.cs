using System.Text.RegularExpressions;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Finds the beginning of the paths that the client's properties do not show: the one that at least nine tenths of them share.</summary>
internal static class PathPrefix
{
    // v2.1, 2010-04-01
    private static readonly Regex Version = new(@"^[vV]?[0-9][0-9A-Za-z._\-]*$", RegexOptions.CultureInvariant);

    /// <summary>The segments of the prefix; none if nothing is folded.</summary>
    public static string[] Find(IReadOnlyList<string[]> paths)
    {
        var sharing = paths;
        var shared = new List<string>();
        while (Next(sharing, shared.Count, paths.Count) is { } next)
        {
            sharing = [.. sharing.Where(p => p.Length > shared.Count && p[shared.Count] == next)];
            shared.Add(next);
        }
        // What stands behind a version is the name of a thing, even if it is the only one so far.
        var version = shared.FindLastIndex(Version.IsMatch);
        if (version >= 0)
            shared.RemoveRange(version + 1, shared.Count - version - 1);

        sharing = [.. paths.Where(p => StartsWith(p, shared))];
        // Where a path ends or goes on with a parameter, the last shared segment is the name of a thing: client.Threats[id].
        if (shared.Count > 0 && sharing.Any(p => p.Length == shared.Count || !new PathSegment(p[shared.Count]).IsLiteral))
            shared.RemoveAt(shared.Count - 1);
        return shared.Count == 0 || Meet(paths, shared) ? [] : [.. shared];
    }

    /// <summary>The prefix that the document chooses; none if no path has it, or if the client would have one indexer for folded and other paths.</summary>
    public static string[] OrNone(string[] prefix, IReadOnlyList<string[]> paths)
    {
        var folded = paths.Where(p => StartsWith(p, prefix)).ToList();
        var whole = paths.Where(p => !StartsWith(p, prefix)).ToList();
        return folded.Count == 0 || Firsts(folded, prefix.Length).Contains("") && Firsts(whole, 0).Contains("") ? [] : prefix;
    }

    /// <summary>Whether a path begins with a prefix.</summary>
    public static bool StartsWith(IReadOnlyList<string> path, IReadOnlyList<string> prefix)
    {
        if (path.Count < prefix.Count)
            return false;
        for (var i = 0; i < prefix.Count; i++)
        {
            if (path[i] != prefix[i])
                return false;
        }
        return true;
    }

    // The segment at an index that nine tenths of all paths have there.
    private static string? Next(IReadOnlyList<string[]> sharing, int index, int all) => sharing
        .Where(p => p.Length > index && new PathSegment(p[index]).IsLiteral)
        .GroupBy(p => p[index], StringComparer.Ordinal)
        .Where(g => g.Count() * 10L >= all * 9L)
        .Select(g => g.Key)
        .FirstOrDefault();

    // The client would lead to both by one member, or a value of its indexer could be the segment of the other.
    private static bool Meet(IReadOnlyList<string[]> paths, IReadOnlyList<string> prefix)
    {
        var folded = Firsts(paths.Where(p => StartsWith(p, prefix)), prefix.Count);
        var whole = Firsts(paths.Where(p => !StartsWith(p, prefix)), 0);
        return whole.Count > 0 && (folded.Overlaps(whole) || folded.Contains("") || whole.Contains(""));
    }

    // The members by which a client would lead to paths; empty for an indexer, a method and the client itself.
    private static HashSet<string> Firsts(IEnumerable<string[]> paths, int index)
    {
        var firsts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
            firsts.Add(path.Length > index && new PathSegment(path[index]).IsLiteral ? Identifiers.Pascal(FileExtension.Drop(path[index])) : "");
        return firsts;
    }
}
