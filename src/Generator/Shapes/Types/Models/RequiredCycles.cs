using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>
/// Finds required properties whose empty value, a new model, would need another of its own kind, and so on without end: those between two models
/// of one strongly connected component. No finite JSON satisfies such a document, but its code must not overflow the stack.
/// </summary>
/// <remarks>R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own: a document may make the chain as long as it likes.</remarks>
internal sealed class RequiredCycles
{
    private readonly Dictionary<TypeName, Node> nodes;
    private readonly Stack<Node> open = new();
    private int visited;

    public RequiredCycles(IReadOnlyList<ModelPlan> models)
    {
        nodes = models.ToDictionary(m => m.Name, _ => new Node());
        foreach (var model in models)
            nodes[model.Name].Needs = model.Fields.Select(Needed).OfType<TypeName>().Distinct().Select(n => nodes[n]).ToArray();
        foreach (var node in nodes.Values)
        {
            if (node.Order == 0)
                Visit(node);
        }
    }

    public bool IsEndless(ModelPlan owner, FieldPlan field) => Needed(field) is { } needed && nodes[needed].Component == nodes[owner.Name].Component;

    private void Visit(Node root)
    {
        var path = new Stack<Node>();
        Enter(root, path);
        while (path.Count > 0)
        {
            var node = path.Peek();
            if (node.Next < node.Needs.Length)
            {
                var next = node.Needs[node.Next++];
                if (next.Order == 0)
                    Enter(next, path);
                else if (next.Component == 0)
                    node.Lowest = Math.Min(node.Lowest, next.Order);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                path.Peek().Lowest = Math.Min(path.Peek().Lowest, node.Lowest);
            if (node.Lowest == node.Order)
                Close(node);
        }
    }

    private void Enter(Node node, Stack<Node> path)
    {
        node.Order = node.Lowest = ++visited;
        open.Push(node);
        path.Push(node);
    }

    // All that was opened since belongs together.
    private void Close(Node root)
    {
        Node node;
        do
        {
            node = open.Pop();
            node.Component = root.Order;
        }
        while (node != root);
    }

    private static TypeName? Needed(FieldPlan field) =>
        field is { Presence: FieldPresence.Required, Type: ModelType model } ? model.Name : null;

    private sealed class Node
    {
        public Node[] Needs { get; set; } = [];

        /// <summary>When it was first seen, counted from 1; 0 before.</summary>
        public int Order { get; set; }

        /// <summary>The earliest that it leads back to.</summary>
        public int Lowest { get; set; }

        /// <summary>What all of its component share; 0 as long as that is open.</summary>
        public int Component { get; set; }

        /// <summary>Which of its needs is looked at next.</summary>
        public int Next { get; set; }
    }
}
