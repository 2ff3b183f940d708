using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes <c>unevaluatedProperties</c> as <c>additionalProperties</c>, and <c>unevaluatedItems</c> as <c>items</c>, where a schema has no such keyword: what
/// they describe is then the same, since the properties of an <c>allOf</c> are gathered. Beside them they describe nothing. A marker tells comparisons which keyword the
/// document has.
/// </summary>
internal static class UnevaluatedKeywords
{
    public const string PropertiesKey = "x-kiln-unevaluated-properties";
    public const string ItemsKey = "x-kiln-unevaluated-items";

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map)
            return node;

        map = Replace(map, "unevaluatedProperties", "additionalProperties", PropertiesKey);
        // Items that "contains" matches are evaluated by it.
        return map["contains"] is null ? Replace(map, "unevaluatedItems", "items", ItemsKey) : map;
    }

    private static SpecMap Replace(SpecMap map, string keyword, string replacement, string marker)
    {
        if (map[keyword] is not { } value)
            return map;
        map = map.Without(e => e.Key == keyword);
        if (map[replacement] is not null)
            return map;
        map = map.With(marker, SpecNodes.True(value.Span));
        // A tuple's rest is expected as a schema, where "items" of earlier drafts has no Boolean form.
        return map.With(replacement, replacement == "items" && value is SpecScalar { Kind: ScalarKind.Boolean } flag ? BooleanSchemas.Expand(flag) : value);
    }
}
