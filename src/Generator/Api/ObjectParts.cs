using Kiln.Generator.Specs;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>A field of an object, with the place that says what it is.</summary>
internal sealed record ObjectPart(string Name, JsonSchema Schema, string Pointer);

/// <summary>The fields of an object, gathered from itself and the parts of its <c>allOf</c>, however deep.</summary>
internal sealed class ObjectParts
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    /// <summary>In the order of the document; of two fields with one name the later is kept, in the earlier's place.</summary>
    public List<ObjectPart> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>All schemas that they were gathered from, each with its place.</summary>
    public List<(JsonSchema Schema, string Pointer)> Parts { get; } = [];

    /// <summary>Where a part is one of several shapes, whose fields stay unnamed.</summary>
    public List<string> LosesUnions { get; } = [];

    public void Collect(JsonSchema schema, string pointer, SpecMap root)
    {
        pointer = SpecReferences.Follow(root, pointer);
        while (schema.Reference is { } target)
            schema = target;

        // An allOf that leads back to itself adds nothing new.
        if (!visited.Add(pointer))
            return;

        var index = 0;
        foreach (var part in schema.AllOf)
            Collect(part, $"{pointer}/allOf/{index++}", root);

        foreach (var property in schema.Properties)
            Add(new(property.Key, property.Value, $"{pointer}/properties/{JsonPointer.Escape(property.Key)}"));

        Required.UnionWith(schema.RequiredProperties);
        Parts.Add((schema, pointer));
        if (schema.OneOf.Count > 0)
            LosesUnions.Add(pointer + "/oneOf");
        if (schema.AnyOf.Count > 0)
            LosesUnions.Add(pointer + "/anyOf");
    }

    private void Add(ObjectPart part)
    {
        if (indexes.TryGetValue(part.Name, out var index))
        {
            Properties[index] = part;
            return;
        }
        indexes.Add(part.Name, Properties.Count);
        Properties.Add(part);
    }
}
