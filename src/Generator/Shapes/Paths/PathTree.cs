using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Makes the tree of an API's paths.</summary>
internal static class PathTree
{
    /// <summary>The root of the tree.</summary>
    /// <param name="operations">All operations.</param>
    /// <param name="foldPrefix">Whether the beginning that most paths share is folded into the client.</param>
    /// <param name="chosenPrefix">The beginning that the document wants to be folded, empty for none; <see langword="null"/> if it does not say.</param>
    /// <param name="names">The names that the document gives paths.</param>
    public static PathNode Build(IReadOnlyList<Operation> operations, bool foldPrefix, string? chosenPrefix, EquatableArray<PathName> names)
    {
        // By length and alphabet, as the first of several paths names what they share.
        var placed = operations
            .Select((o, i) => new PlacedOperation(o, PathSegments.Of(o.Path), i))
            .OrderBy(p => p.Segments.Length)
            .ThenBy(p => p.Operation.Path, StringComparer.Ordinal)
            .ToList();
        var paths = placed.GroupBy(p => p.Operation.Path, StringComparer.Ordinal).Select(g => g.First().Segments).ToList();
        var prefix = !foldPrefix ? [] : chosenPrefix is null ? PathPrefix.Find(paths) : PathPrefix.OrNone(PathSegments.Of(chosenPrefix), paths);

        var root = new PathNode(null, 0, prefix) { Prefix = prefix.Length == 0 ? "" : "/" + string.Join("/", prefix), PathNames = names.ToDictionary(n => n.Path, n => n.Name, StringComparer.Ordinal) };
        Grow(root, [.. placed.Where(p => p.IsFolded(prefix)).Select(p => p with { Next = prefix.Length })], prefix, root);
        Grow(root, [.. placed.Where(p => !p.IsFolded(prefix))], prefix, root);
        return root;
    }

    private static void Grow(PathNode parent, List<PlacedOperation> below, IReadOnlyList<string> prefix, PathNode root)
    {
        parent.Operations.AddRange(below.Where(p => p.IsAtEnd).OrderBy(p => p.Index).Select(p => p.Operation));
        foreach (var alike in below.Where(p => !p.IsAtEnd).GroupBy(p => KeyOf(FileExtension.Drop(p.Segment)), StringComparer.Ordinal))
        {
            // /feeds and /feeds.json are two places, and what differs is then a part of the name.
            var areApart = alike.Where(p => p.IsLast).Select(p => FileExtension.Of(p.Segment)).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
            foreach (var group in alike.GroupBy(p => areApart ? KeyOf(p.Segment) : "", StringComparer.Ordinal))
            {
                var all = group.ToList();
                var first = all[0];
                var child = new PathNode(new(areApart ? first.Segment : FileExtension.Drop(first.Segment)), parent.Depth + 1, prefix)
                {
                    Order = all.Min(p => p.Index),
                    PathNames = root.PathNames,
                };
                parent.Children.Add(child);
                Grow(child, all.ConvertAll(p => p with { Next = p.Next + 1 }), prefix, root);
            }
        }
    }

    // Parameters in the same place are one, whatever the document calls them, unless they have different types (PathValuePlanner).
    private static string KeyOf(string segment)
    {
        if (FileExtension.Of(segment) is { Length: > 0 } extension)
            return KeyOf(segment.Substring(0, segment.Length - extension.Length)) + extension;
        return new PathSegment(segment).IsItem ? "{}" : segment;
    }

    /// <summary>An operation on its way down the tree.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Segments">All of its segments.</param>
    /// <param name="Index">Where it is in the document, among all operations.</param>
    private sealed record PlacedOperation(Operation Operation, string[] Segments, int Index)
    {
        /// <summary>The index of the segment that leads to the next node.</summary>
        public int Next { get; init; }

        public string Segment => Segments[Next];

        public bool IsAtEnd => Next == Segments.Length;

        public bool IsLast => Next == Segments.Length - 1;

        public bool IsFolded(IReadOnlyList<string> prefix) => PathPrefix.StartsWith(Segments, prefix);
    }
}
