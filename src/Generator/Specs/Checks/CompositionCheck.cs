using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>
/// Reports schemas that are composed too deeply: readers of a schema recurse into its subschemas, alternatives, items and values, as deep as a
/// chain of references goes, on a limited stack.
/// </summary>
internal static class CompositionCheck
{
    private static readonly string[] ListKeywords = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] SingleKeywords = ["items", "additionalProperties"];

    /// <summary>Reports the first schema, from the innermost, that is too deep.</summary>
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        // A schema that is being visited has depth 0 until then, and so has a cycle through it.
        Dictionary<SpecMap, int> depths = [];
        var isReported = false;
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            if (kind != OpenApiObjectKind.Schema || isReported || HasNoSubschemas(map) || depths.ContainsKey(map) || FindTooDeep(map, root, depths) is not { } schema)
                return;
            isReported = true;
            diagnostics.Add(new DiagnosticInfo(SpecRules.TypeTooDeep, schema.Location, $"{ReadingLimits.CompositionDepth}"));
        });
    }

    /// <summary>The first schema that is too deep; <see langword="null"/> if there is none.</summary>
    // An explicit stack instead of recursion, for the reason of this check.
    private static SpecMap? FindTooDeep(SpecMap start, SpecMap root, Dictionary<SpecMap, int> depths)
    {
        Stack<(SpecMap Node, IEnumerator<SpecMap> Subschemas)> stack = new();
        Enter(start);
        while (stack.Count > 0)
        {
            var (node, subschemas) = stack.Peek();
            if (subschemas.MoveNext())
            {
                Enter(subschemas.Current);
                continue;
            }
            stack.Pop();
            var depth = Subschemas(node, root).Select(i => depths[i] + 1).DefaultIfEmpty().Max();
            if (depth > ReadingLimits.CompositionDepth)
                return node;
            depths[node] = depth;
        }
        return null;

        void Enter(SpecMap node)
        {
            if (depths.ContainsKey(node))
                return;
            depths[node] = 0;
            if (HasNoSubschemas(node))
                return;
            stack.Push((node, Subschemas(node, root).GetEnumerator()));
        }
    }

    // As most schemas are.
    private static bool HasNoSubschemas(SpecMap node)
    {
        for (var i = 0; i < node.Entries.Count; i++)
        {
            if (node.Entries[i].Key is "allOf" or "oneOf" or "anyOf" or "items" or "additionalProperties")
                return false;
        }
        return true;
    }

    private static IEnumerable<SpecMap> Subschemas(SpecMap node, SpecMap root)
    {
        foreach (var key in ListKeywords)
        {
            if (node[key] is not SpecList list)
                continue;
            foreach (var subschema in list.Items)
            {
                if (SpecReference.Follow(root, subschema) is SpecMap map)
                    yield return map;
            }
        }
        foreach (var key in SingleKeywords)
        {
            if (node[key] is { } subschemas && SpecReference.Follow(root, subschemas) is SpecMap map)
                yield return map;
        }
    }
}
