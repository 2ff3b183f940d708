using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>
/// Whether schemas are made of others within reach: what reads a schema walks its parts, cases, items and values, and those of them, as deep as a
/// chain of references leads, and has only so much stack.
/// </summary>
internal static class CompositionCheck
{
    /// <summary>Far more than a person writes, and far less than a thread's stack holds.</summary>
    public const int Limit = 500;

    private static readonly string[] Lists = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] Singles = ["items", "additionalProperties"];

    /// <summary>Tells of the first schema, from the inside, that is too deep.</summary>
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        // A schema that is being looked at, or on a circle with one that is, counts for nothing.
        Dictionary<SpecMap, int> depths = [];
        var isTold = false;
        SpecWalk.Visit(root, SpecKind.Document, (map, kind) =>
        {
            if (kind != SpecKind.Schema || isTold || IsPlain(map) || depths.ContainsKey(map) || TooDeep(map, root, depths) is not { } schema)
                return;
            isTold = true;
            diagnostics.Add(new DiagnosticInfo(SpecRules.TypeTooDeep, schema.Location, $"{Limit}"));
        });
    }

    // A stack of its own instead of recursion, for the same reason that the check is there for.
    private static SpecMap? TooDeep(SpecMap start, SpecMap root, Dictionary<SpecMap, int> depths)
    {
        Stack<(SpecMap Node, IEnumerator<SpecMap> Inner)> open = new();
        Enter(start);
        while (open.Count > 0)
        {
            var (node, inner) = open.Peek();
            if (inner.MoveNext())
            {
                Enter(inner.Current);
                continue;
            }
            open.Pop();
            var depth = Inner(node, root).Select(i => depths[i] + 1).DefaultIfEmpty().Max();
            if (depth > Limit)
                return node;
            depths[node] = depth;
        }
        return null;

        void Enter(SpecMap node)
        {
            if (depths.ContainsKey(node))
                return;
            depths[node] = 0;
            if (IsPlain(node))
                return;
            open.Push((node, Inner(node, root).GetEnumerator()));
        }
    }

    // Most schemas are made of no others.
    private static bool IsPlain(SpecMap node)
    {
        for (var i = 0; i < node.Entries.Count; i++)
        {
            if (node.Entries[i].Key is "allOf" or "oneOf" or "anyOf" or "items" or "additionalProperties")
                return false;
        }
        return true;
    }

    private static IEnumerable<SpecMap> Inner(SpecMap node, SpecMap root)
    {
        foreach (var key in Lists)
        {
            if (node[key] is not SpecList list)
                continue;
            foreach (var part in list.Items)
            {
                if (SpecReference.Follow(root, part) is SpecMap map)
                    yield return map;
            }
        }
        foreach (var key in Singles)
        {
            if (node[key] is { } inner && SpecReference.Follow(root, inner) is SpecMap map)
                yield return map;
        }
    }
}
