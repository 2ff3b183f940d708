using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>
/// What stands beside a schema's <c>$ref</c> counts since OpenAPI 3.1, where the reference becomes a part of an
/// <c>allOf</c>, and is ignored before.
/// </summary>
internal static class ReferenceSiblings
{
    // Nobody misses these: they do not change which values are valid.
    private static readonly string[] Annotations = ["description", "title", "summary", "example", "examples", "default", "deprecated", "externalDocs", "xml"];

    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind != SpecKind.Schema || node is not SpecMap { Entries.Count: > 1 } map || map.Entry(SpecReference.Key) is not { } reference)
            return node;

        var alone = new SpecMap(reference.KeySpan.To(reference.Value.Span), [reference]);
        if (context.Version >= SpecVersion.OpenApi31)
        {
            // Behind the parts that are there, so that a pointer to one of those still finds it.
            var parts = map["allOf"] as SpecList;
            SpecNode[] all = [.. parts?.Items ?? [], alone];
            return map.Without(e => e.Key == SpecReference.Key).With("allOf", new SpecList(parts?.Span ?? alone.Span, all));
        }

        foreach (var sibling in map.Entries)
        {
            if (sibling != reference && !Annotations.Contains(sibling.Key) && !SpecGrammar.IsExtension(sibling.Key))
                context.Tell(SpecRules.IgnoredReferenceSibling, sibling.KeyPlace, sibling.Key);
        }
        // What something is called is Kiln's own matter, whatever the version says of siblings.
        return new SpecMap(alone.Span, [reference, .. map.Entries.Where(e => ChosenNameKeys.Own.Contains(e.Key))]);
    }
}
