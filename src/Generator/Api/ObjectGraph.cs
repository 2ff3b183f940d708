using Kiln.Generator.Specs.Tree;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>The schemas of a document and the parts of their <c>allOf</c>, each looked at once however many are made from it.</summary>
internal sealed class ObjectGraph(SpecMap root)
{
    private readonly Dictionary<string, ObjectNode> nodes = new(StringComparer.Ordinal);

    /// <summary>What was asked for at a pointer before.</summary>
    public ObjectNode? Find(string pointer) => nodes.TryGetValue(pointer, out var node) ? node : null;

    /// <summary>What stands at a pointer, or what the reference there leads to.</summary>
    public ObjectNode Of(JsonSchema schema, string pointer)
    {
        if (nodes.TryGetValue(pointer, out var known))
            return known;

        var target = SpecReferences.Follow(root, pointer);
        if (!nodes.TryGetValue(target, out var node))
            nodes.Add(target, node = new(this, SchemaReader.Actual(schema), target));
        if (target != pointer)
            nodes.Add(pointer, node);
        return node;
    }
}

/// <summary>One schema of an <see cref="ObjectGraph"/>. The same schema is the same object.</summary>
internal sealed class ObjectNode(ObjectGraph graph, JsonSchema schema, string pointer)
{
    private IReadOnlyList<ObjectNode>? parts;
    private IReadOnlyList<ObjectPart>? properties;

    public JsonSchema Schema => schema;

    public string Pointer => pointer;

    /// <summary>Those of its <c>allOf</c>.</summary>
    public IReadOnlyList<ObjectNode> Parts => parts ??= [.. schema.AllOf.Select((part, i) => graph.Of(part, $"{pointer}/allOf/{i}"))];

    /// <summary>The shapes of its <c>oneOf</c> and <c>anyOf</c>.</summary>
    public IEnumerable<(string Keyword, IReadOnlyList<ObjectNode> Shapes)> Choices
    {
        get
        {
            if (schema.OneOf.Count > 0)
                yield return ("oneOf", [.. schema.OneOf.Select((shape, i) => graph.Of(shape, $"{pointer}/oneOf/{i}"))]);
            if (schema.AnyOf.Count > 0)
                yield return ("anyOf", [.. schema.AnyOf.Select((shape, i) => graph.Of(shape, $"{pointer}/anyOf/{i}"))]);
        }
    }

    /// <summary>The fields that it names itself.</summary>
    public IReadOnlyList<ObjectPart> Properties => properties ??=
        [.. schema.Properties.Select(p => new ObjectPart(p.Key, p.Value, $"{pointer}/properties/{JsonPointer.Escape(p.Key)}"))];
}
