using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>Writes the Boolean schemas <c>true</c> and <c>false</c> of OpenAPI 3.1 as <c>{}</c> and <c>{ not: {} }</c>.</summary>
internal static class BooleanSchemas
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        kind == OpenApiObjectKind.Schema && node is SpecScalar { Kind: ScalarKind.Boolean } flag ? Expand(flag) : node;

    /// <summary>Whether a schema is the expanded form of <c>false</c>.</summary>
    public static bool IsFalse(SpecMap schema) => schema.Entries is [{ Key: "not", Value: SpecMap { Entries.Count: 0 } }];

    public static SpecMap Expand(SpecScalar flag)
    {
        var anything = SpecNodes.EmptyMap(flag.Span);
        return flag.Text == "true" ? anything : anything.With("not", anything);
    }
}
