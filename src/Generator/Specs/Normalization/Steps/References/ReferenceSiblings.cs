using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>
/// Handles the siblings of a schema's <c>$ref</c>: since OpenAPI 3.1 they apply, and the reference becomes a subschema of
/// <c>allOf</c>; before that they are removed and reported.
/// </summary>
internal static class ReferenceSiblings
{
    // Not reported: annotations do not change which values are valid.
    private static readonly string[] Annotations = ["description", "title", "summary", "example", "examples", "default", "deprecated", "externalDocs", "xml"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap { Entries.Count: > 1 } map || map.Entry(SpecReference.Key) is not { } reference)
            return node;

        var referenceOnly = new SpecMap(reference.KeySpan.To(reference.Value.Span), [reference]);
        if (context.Version >= SpecVersion.OpenApi31)
        {
            // After the existing subschemas, so that pointers to those stay valid.
            var allOf = map["allOf"] as SpecList;
            SpecNode[] all = [.. allOf?.Items ?? [], referenceOnly];
            return map.Without(e => e.Key == SpecReference.Key).With("allOf", new SpecList(allOf?.Span ?? referenceOnly.Span, all));
        }

        foreach (var sibling in map.Entries)
        {
            if (sibling != reference && !Annotations.Contains(sibling.Key) && !SpecGrammar.IsExtension(sibling.Key))
                context.Report(SpecRules.IgnoredReferenceSibling, sibling.KeyLocation, sibling.Key);
        }
        // The overrides of names are extensions of Kiln, which apply in any version.
        return new SpecMap(referenceOnly.Span, [reference, .. map.Entries.Where(e => NameOverrideKeys.Own.Contains(e.Key))]);
    }
}
