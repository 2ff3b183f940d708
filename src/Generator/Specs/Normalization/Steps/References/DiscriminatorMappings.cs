using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>Writes each target of a discriminator's mapping, its default included, as a reference; the specification also allows the name of a schema.</summary>
internal static class DiscriminatorMappings
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        kind == OpenApiObjectKind.Discriminator && node is SpecMap map ? map.WithTargets(target => ReferenceOf(target, context)) : node;

    private static SpecNode? ReferenceOf(SpecEntry entry, NormalizationContext context)
    {
        var target = entry.Value.AsText() ?? "";
        if (ResolveTarget(target, context.Root) is { } reference)
            return reference == target ? entry.Value : SpecNodes.Text(entry.Value.Span, reference);

        context.Report(SpecRules.UnresolvedMapping, entry.Value.Location, entry.Key, target);
        return null;
    }

    /// <summary>The reference to a schema; <see langword="null"/> if the target is not a schema of the document.</summary>
    private static string? ResolveTarget(string target, SpecMap root)
    {
        if (SpecReference.ResolveTokens(root, target) is { Length: > 0 } tokens)
            return JsonPointer.Find(root, tokens) is SpecMap && OpenApiObjectKinds.KindAt(root, tokens) == OpenApiObjectKind.Schema ? SpecReference.Write(tokens) : null;
        string[] byName = ["components", "schemas", target];
        return JsonPointer.Find(root, byName) is null ? null : SpecReference.Write(byName);
    }
}
