using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Unions;

/// <summary>A property whose value names the schema of its object (OpenAPI 3.0.3, "Discriminator Object").</summary>
/// <param name="WireName">The property.</param>
/// <param name="Mapping">The schema for each value that the document maps.</param>
internal sealed record Discriminator(string WireName, IReadOnlyDictionary<string, SchemaNode> Mapping)
{
    /// <summary>The discriminator of a schema; <see langword="null"/> if it has none.</summary>
    public static Discriminator? Read(SchemaNode schema, DocumentNodes document)
    {
        if (schema["discriminator"] is not SpecMap node || node["propertyName"].AsText() is not { Length: > 0 } name)
            return null;

        var mapping = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var entry in (node["mapping"] as SpecMap)?.Entries ?? [])
        {
            if (entry.Value.AsText() is { } reference && document.Resolve(reference) is { } target)
                mapping[entry.Key] = document.Schema(target).Actual;
        }
        return new(name, mapping);
    }

    /// <summary>The values that identify a schema: those mapped to it, or else its name.</summary>
    /// <param name="path">The schema, and each reference that leads to it.</param>
    public IReadOnlyList<string> ValuesOf(IReadOnlyList<SchemaNode> path)
    {
        var mapped = Mapping.Where(m => path.Contains(m.Value)).Select(m => m.Key).ToList();
        return mapped.Count > 0 ? mapped : [.. path.Select(NameOf).OfType<string>().Distinct()];
    }

    /// <summary>The name of a component; <see langword="null"/> for any other schema.</summary>
    private static string? NameOf(SchemaNode schema) => JsonPointer.Parse(schema.Pointer) is ["components", "schemas", var name] ? name : null;
}
