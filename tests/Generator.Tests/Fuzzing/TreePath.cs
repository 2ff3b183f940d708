using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>Goes through the nodes of a tree by the indexes that lead to them, and makes changed copies.</summary>
internal static class TreePath
{
    private static readonly SpecSpan Nowhere = new(new SpecLines("", ""), 0, 0);

    /// <summary>The ways to all nodes, the root's first.</summary>
    public static IReadOnlyList<int[]> All(SpecNode root)
    {
        List<int[]> paths = [];
        Visit(root, []);
        return paths;

        void Visit(SpecNode node, int[] path)
        {
            paths.Add(path);
            for (var i = 0; i < Count(node); i++)
                Visit(Child(node, i), [.. path, i]);
        }
    }

    public static SpecNode Find(SpecNode root, ReadOnlySpan<int> path)
    {
        foreach (var index in path)
            root = Child(root, index);
        return root;
    }

    /// <summary>The tree with the node at a path changed; <see langword="null"/> takes it out of its parent.</summary>
    public static SpecNode Change(SpecNode root, ReadOnlySpan<int> path, Func<SpecNode, SpecNode?> change)
    {
        if (path.Length == 0)
            return change(root) ?? root;

        var index = path[0];
        var child = path.Length == 1 ? change(Child(root, index)) : Change(Child(root, index), path[1..], change);
        return root switch
        {
            SpecMap map => Map(map.Entries.Select((e, i) => i == index ? child is null ? null : e.With(child) : e).OfType<SpecEntry>()),
            SpecList list => List(list.Items.Select((item, i) => i == index ? child : item).OfType<SpecNode>()),
            _ => root,
        };
    }

    public static int Count(SpecNode node) => node switch
    {
        SpecMap map => map.Entries.Count,
        SpecList list => list.Items.Count,
        _ => 0,
    };

    public static SpecMap Map(IEnumerable<SpecEntry> entries) => new(Nowhere, [.. entries]);

    public static SpecList List(IEnumerable<SpecNode> items) => new(Nowhere, [.. items]);

    public static SpecScalar Text(string text) => SpecNodes.Text(Nowhere, text);

    public static SpecScalar Number(string text) => new(Nowhere, ScalarKind.Number, text);

    public static SpecScalar Word(ScalarKind kind, string text) => new(Nowhere, kind, text);

    public static SpecEntry Entry(string key, SpecNode value) => new(key, Nowhere, value);

    private static SpecNode Child(SpecNode node, int index) => node is SpecMap map ? map.Entries[index].Value : ((SpecList)node).Items[index];
}
