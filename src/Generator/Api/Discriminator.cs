using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>A field whose value names the schema of its object (OpenAPI 3.0.3, "Discriminator Object").</summary>
/// <param name="WireName">The field.</param>
/// <param name="Mapping">The schema's pointer for each value that the document maps.</param>
internal sealed record Discriminator(string WireName, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>The discriminator of the schema at a pointer; <see langword="null"/> if it has none.</summary>
    public static Discriminator? Of(SpecMap root, string pointer)
    {
        var node = (JsonPointer.Find(root, pointer) as SpecMap)?["discriminator"];
        // Swagger 2.0 writes the name alone, and leaves no room for a mapping.
        if ((node.AsText() ?? (node as SpecMap)?["propertyName"].AsText()) is not { Length: > 0 } name)
            return null;

        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is SpecMap map && map["mapping"] is SpecMap entries)
        {
            foreach (var entry in entries.Entries)
            {
                if (entry.Value.AsText() is { } reference && SpecReference.ResolveTokens(root, reference) is { } tokens)
                    mapping[entry.Key] = SpecReferences.Follow(root, string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t))));
            }
        }
        return new(name, mapping);
    }

    /// <summary>The values that stand for a schema: those mapped to it, or else its name.</summary>
    /// <param name="pointers">Where the schema stands, and each reference that leads to it.</param>
    public IReadOnlyList<string> ValuesOf(IReadOnlyList<string> pointers)
    {
        var mapped = Mapping.Where(m => pointers.Contains(m.Value)).Select(m => m.Key).ToList();
        return mapped.Count > 0 ? mapped : [.. pointers.Select(NameOf).OfType<string>().Distinct()];
    }

    /// <summary>The name of a schema of the document's own list; <see langword="null"/> for any other.</summary>
    private static string? NameOf(string pointer) => JsonPointer.Parse(pointer) is ["components", "schemas", var name] ? name : null;
}
