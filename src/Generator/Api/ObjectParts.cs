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
            }
        }

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

    /// <summary>Where a part is one of several shapes, whose fields stay unnamed.</summary>
    public List<string> LosesUnions { get; } = [];

    private void Add(ObjectNode node)
    {
        foreach (var property in node.Properties)
            Add(property);

        Required.UnionWith(node.Schema.RequiredProperties);
        Parts.Add((node.Schema, node.Pointer));
        if (node.Schema.OneOf.Count > 0)
            LosesUnions.Add(node.Pointer + "/oneOf");
        if (node.Schema.AnyOf.Count > 0)
            LosesUnions.Add(node.Pointer + "/anyOf");
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
