using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes <c>prefixItems: [A, B]</c> (JSON Schema 2020-12) as <c>items: [A, B]</c>, the form of earlier drafts that NSwag reads; the schema in
/// <c>items</c>, for the remaining items, becomes <c>additionalItems</c>.
/// </summary>
internal static class TupleItems
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map || map["prefixItems"] is not SpecList { Items.Count: > 0 } prefix)
            return node;

        var rest = map["items"];
        map = map.Without(e => e.Key is "prefixItems" or "items" or "additionalItems").With("items", prefix);
        return rest switch
        {
            SpecMap nothing when BooleanSchemas.IsFalse(nothing) => map.With("additionalItems", new SpecScalar(nothing.Span, ScalarKind.Boolean, "false")),
            SpecMap => map.With("additionalItems", rest),
            _ => map,
        };
    }
}
