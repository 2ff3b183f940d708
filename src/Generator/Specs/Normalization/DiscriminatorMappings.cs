using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Writes each target of a discriminator's mapping as a reference; the specification also lets it be a schema's bare name.</summary>
internal static class DiscriminatorMappings
{
    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind != SpecKind.Discriminator || node is not SpecMap map || map["mapping"] is not SpecMap mapping)
            return node;

        List<SpecEntry> entries = [];
        foreach (var entry in mapping.Entries)
        {
            var target = entry.Value.AsText() ?? "";
            if (Resolve(target, context.Root) is { } reference)
                entries.Add(reference == target ? entry : entry.With(SpecNodes.Text(entry.Value.Span, reference)));
            else
                context.Tell(SpecRules.UnresolvedMapping, entry.Value.Place, entry.Key, target);
        }
        return map.With("mapping", new SpecMap(mapping.Span, entries));
    }

    private static string? Resolve(string target, SpecMap root)
    {
        if (SpecReference.Resolve(root, target) is { Length: > 0 } tokens)
            return JsonPointer.Find(root, tokens) is SpecMap && SpecKinds.At(root, tokens) == SpecKind.Schema ? SpecReference.Write(tokens) : null;
        string[] byName = ["components", "schemas", target];
        return JsonPointer.Find(root, byName) is null ? null : SpecReference.Write(byName);
    }
}
