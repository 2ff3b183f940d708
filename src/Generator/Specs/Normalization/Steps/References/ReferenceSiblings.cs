using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>
/// What stands beside a schema's <c>$ref</c> counts since OpenAPI 3.1, where the reference becomes a part of an
/// <c>allOf</c>, and is ignored before.
/// </summary>
internal static class ReferenceSiblings
{
    // Nobody misses these: they do not change which values are valid.
    private static readonly string[] Annotations = ["description", "title", "summary", "example", "examples", "default", "deprecated", "externalDocs", "xml"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap { Entries.Count: > 1 } map || map.Entry(SpecReference.Key) is not { } reference)
            return node;

        var referenceOnly = new SpecMap(reference.KeySpan.To(reference.Value.Span), [reference]);
        if (context.Version >= SpecVersion.OpenApi31)
        {
            // Behind the allOf that are there, so that a pointer to one of those still finds it.
            var allOf = map["allOf"] as SpecList;
            SpecNode[] all = [.. allOf?.Items ?? [], referenceOnly];
            return map.Without(e => e.Key == SpecReference.Key).With("allOf", new SpecList(allOf?.Span ?? referenceOnly.Span, all));
        }

        foreach (var sibling in map.Entries)
        {
            if (sibling != reference && !Annotations.Contains(sibling.Key) && !SpecGrammar.IsExtension(sibling.Key))
                context.Report(SpecRules.IgnoredBesideReference, sibling.KeyLocation, sibling.Key);
        }
        // What something is called is Kiln's own matter, whatever the version says of siblings.
        return new SpecMap(referenceOnly.Span, [reference, .. map.Entries.Where(e => NameOverrideKeys.Own.Contains(e.Key))]);
    }
}
