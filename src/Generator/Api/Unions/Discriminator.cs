using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Unions;

/// <summary>A property whose value names the schema of its object (OpenAPI 3.0.3, "Discriminator Object").</summary>
/// <param name="WireName">The property.</param>
/// <param name="Mapping">The schema for each value that the document maps.</param>
/// <param name="Default">The schema of an object without the property, or with a value that is not mapped (OpenAPI 3.2, <c>defaultMapping</c>); <see langword="null"/> for none.</param>
/// <param name="Location">Where the document declares it.</param>
internal sealed record Discriminator(string WireName, IReadOnlyDictionary<string, SchemaNode> Mapping, SchemaNode? Default, SourceLocation Location)
{
    /// <summary>The discriminator of a schema; <see langword="null"/> if it has none.</summary>
    public static Discriminator? Read(SchemaNode schema, DocumentNodes document)
    {
        if (NodeOf(schema, []) is not { } node || node["propertyName"].AsText() is not { Length: > 0 } name)
            return null;

        var mapping = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var entry in (node["mapping"] as SpecMap)?.Entries ?? [])
        {
            if (Resolve(entry.Value, document) is { } target)
                mapping[entry.Key] = target;
        }
        return new(name, mapping, Resolve(node["defaultMapping"], document), node.Location);
    }

    /// <summary>Whether a schema has one.</summary>
    public static bool IsOn(SchemaNode schema) => NodeOf(schema, []) is not null;

    /// <summary>The values that the document maps to a schema.</summary>
    /// <param name="path">The schema, and each reference that leads to it.</param>
    public IReadOnlyList<string> MappedTo(IReadOnlyList<SchemaNode> path) => [.. Mapping.Where(m => path.Contains(m.Value)).Select(m => m.Key)];

    /// <summary>The names of a schema: what identifies it if nothing is mapped to it.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<SchemaNode> path) => [.. path.Select(NameOf).OfType<string>().Distinct()];

    /// <summary>The values that identify a schema: those mapped to it, or else its name.</summary>
    public IReadOnlyList<string> ValuesOf(IReadOnlyList<SchemaNode> path) => MappedTo(path) is { Count: > 0 } mapped ? mapped : NamesOf(path);

    // It may stand in a subschema of its own, beside the reference to a base.
    private static SpecMap? NodeOf(SchemaNode schema, HashSet<SchemaNode> visited)
    {
        if (!visited.Add(schema))
            return null;
        if (schema["discriminator"] is SpecMap node)
            return node;
        foreach (var part in schema.AllOf)
        {
            if (!part.IsReference && NodeOf(part, visited) is { } found)
                return found;
        }
        return null;
    }

    private static SchemaNode? Resolve(SpecNode? reference, DocumentNodes document) =>
        reference.AsText() is { } text && document.Resolve(text) is { } target ? document.Schema(target).Actual : null;

    /// <summary>The name of a component; <see langword="null"/> for any other schema.</summary>
    private static string? NameOf(SchemaNode schema) => JsonPointer.Parse(schema.Pointer) is ["components", "schemas", var name] ? name : null;
}
