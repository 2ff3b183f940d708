using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes <c>unevaluatedProperties</c> as <c>additionalProperties</c>, and <c>unevaluatedItems</c> as <c>items</c>, where a schema has no such keyword: what
/// they describe is then the same, since the properties of an <c>allOf</c> are gathered. Beside them they describe nothing.
/// </summary>
internal static class UnevaluatedKeywords
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map)
            return node;

        map = Replace(map, "unevaluatedProperties", "additionalProperties");
        // Items that "contains" matches are evaluated by it.
        return map["contains"] is null ? Replace(map, "unevaluatedItems", "items") : map;
    }

    private static SpecMap Replace(SpecMap map, string keyword, string replacement)
    {
        if (map[keyword] is not { } value)
            return map;
        map = map.Without(e => e.Key == keyword);
        if (map[replacement] is not null)
            return map;
        // A tuple's rest is expected as a schema, where "items" of earlier drafts has no Boolean form.
        return map.With(replacement, replacement == "items" && value is SpecScalar { Kind: ScalarKind.Boolean } flag ? BooleanSchemas.Expand(flag) : value);
    }
}
