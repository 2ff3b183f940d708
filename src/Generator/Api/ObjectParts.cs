using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>A field of an object, with the place that says what it is.</summary>
internal sealed record ObjectPart(string Name, JsonSchema Schema, string Pointer);

/// <summary>The fields of an object, gathered from itself and the parts of its <c>allOf</c>, however deep.</summary>
internal sealed class ObjectParts
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    /// <param name="root">The object.</param>
    public ObjectParts(ObjectNode root)
    {
        // The parts come before what stands beside them. With a stack of its own: a document may make the chain as long as it likes.
        var open = new Stack<(ObjectNode Node, int Next)>();
        var visited = new HashSet<ObjectNode>();
        var nodes = new List<ObjectNode>();
        Enter(root);
        while (open.Count > 0)
        {
            var (node, next) = open.Pop();
            if (next < node.Parts.Count)
            {
                open.Push((node, next + 1));
                Enter(node.Parts[next]);
            }
            else
            {
                Add(node);
                nodes.Add(node);
            }
        }
        AddChoices(nodes, visited);

        // An allOf that leads back to itself adds nothing new.
        void Enter(ObjectNode node)
        {
            if (visited.Add(node))
                open.Push((node, 0));
        }
    }

    /// <summary>In the order of the document; fields with one name stand together, where the first of them stood.</summary>
    public List<List<ObjectPart>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>All schemas that they were gathered from, each with its place.</summary>
    public List<(JsonSchema Schema, string Pointer)> Parts { get; } = [];

    /// <summary>The further schemas of fields that several shapes of a choice have, by name.</summary>
    public Dictionary<string, List<ObjectPart>> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>Where shapes of choices stand that are no objects, and cannot be carried beside fields.</summary>
    public List<string> LosesShapes { get; } = [];

    private void Add(ObjectNode node)
    {
        foreach (var property in node.Properties)
            Add(property);

        Required.UnionWith(node.Schema.RequiredProperties);
        Parts.Add((node.Schema, node.Pointer));
    }

    // An object that has fields of its own and is also one of several shapes has the fields of all of them, each of which may be missing.
    private void AddChoices(List<ObjectNode> nodes, HashSet<ObjectNode> visited)
    {
        for (var at = 0; at < nodes.Count; at++)
        {
            foreach (var (keyword, shapes) in nodes[at].Choices)
            {
                // A base that lists what is derived from it takes nothing of that, and neither does one of the derived from the others.
                var places = shapes.Select(s => new { Node = s, All = Closure(s) }).ToList();
                if (places.Any(p => visited.Contains(p.Node) || p.All.Contains(nodes[at])))
                    continue;

                for (var i = 0; i < places.Count; i++)
                {
                    if ((places[i].Node.Schema.Type & ~(JsonObjectType.Null | JsonObjectType.Object)) != 0)
                        LosesShapes.Add($"{nodes[at].Pointer}/{keyword}/{i}");
                    foreach (var part in places[i].All.Where(visited.Add))
                    {
                        nodes.Add(part);
                        foreach (var property in part.Properties)
                            AddChosen(property);
                    }
                }
            }
        }
    }

    /// <summary>A schema and the parts of its <c>allOf</c>, however deep, the parts first.</summary>
    private static List<ObjectNode> Closure(ObjectNode root)
    {
        var seen = new HashSet<ObjectNode> { root };
        var found = new List<ObjectNode> { root };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(found[i].Parts.Where(seen.Add));
        found.Reverse();
        return found;
    }

    // What is said beside the choice counts more than the choice.
    private void AddChosen(ObjectPart part)
    {
        if (Others.TryGetValue(part.Name, out var others))
        {
            others.Add(part);
        }
        else if (!indexes.ContainsKey(part.Name))
        {
            Others.Add(part.Name, []);
            Add(part);
        }
    }

    private void Add(ObjectPart part)
    {
        if (indexes.TryGetValue(part.Name, out var index))
        {
            Properties[index].Add(part);
            return;
        }
        indexes.Add(part.Name, Properties.Count);
        Properties.Add([part]);
    }
}
