using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>
/// Reports nodes that are defined by themselves: by a chain of <c>$ref</c>s and <c>allOf</c>s that returns to its start.
/// A schema that contains itself in a property or an item is not circular in this sense.
/// </summary>
internal static class CircularReferenceCheck
{
    private enum State
    {
        InProgress,
        Done,
    }

    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        Dictionary<SpecMap, State> states = [];
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, _) =>
        {
            if (HasEdges(map) && !EndsAtTarget(map, root))
                CheckFrom(map, root, states, diagnostics);
        });
    }

    private static bool HasEdges(SpecMap map) => map.Entry(SpecReference.Key) is not null || map.Entry("allOf") is not null;

    // The target of most references has no further references.
    private static bool EndsAtTarget(SpecMap map, SpecMap root) =>
        map["allOf"] is null && map[SpecReference.Key].AsText() is { } reference && SpecReference.ResolveNode(root, reference) is SpecMap target && !HasEdges(target);

    // An explicit stack instead of recursion: a chain of references can be as long as the document.
    private static void CheckFrom(SpecMap start, SpecMap root, Dictionary<SpecMap, State> states, List<DiagnosticInfo> diagnostics)
    {
        Stack<(SpecMap Node, IEnumerator<Edge> Edges)> stack = new();
        Enter(start);
        while (stack.Count > 0)
        {
            var (node, edges) = stack.Peek();
            if (!edges.MoveNext())
            {
                states[node] = State.Done;
                stack.Pop();
            }
            else if (!states.TryGetValue(edges.Current.Target, out var state))
            {
                Enter(edges.Current.Target);
            }
            else if (state == State.InProgress)
            {
                diagnostics.Add(new DiagnosticInfo(SpecRules.CircularReference, edges.Current.From.Location, edges.Current.Name));
            }
        }

        void Enter(SpecMap node)
        {
            if (states.ContainsKey(node))
                return;
            states[node] = State.InProgress;
            stack.Push((node, Edges(node, root).GetEnumerator()));
        }
    }

    private static IEnumerable<Edge> Edges(SpecMap node, SpecMap root)
    {
        if (node[SpecReference.Key] is { } value && value.AsText() is { } reference && SpecReference.ResolveNode(root, reference) is SpecMap target)
            yield return new Edge(value, target, reference);
        if (node["allOf"] is not SpecList allOf)
            yield break;
        foreach (var subschema in allOf.Items.OfType<SpecMap>())
            yield return new Edge(subschema, subschema, "allOf");
    }

    private sealed record Edge(SpecNode From, SpecMap Target, string Name);
}
