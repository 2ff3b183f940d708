using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>Writes <c>const: X</c> as <c>enum: [X]</c>, marked with <c>x-kiln-const</c>.</summary>
internal static class ConstValues
{
    public const string Key = "x-kiln-const";

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map || map["const"] is not { } value)
            return node;
        return map.Without(e => e.Key == "const").With("enum", new SpecList(value.Span, [value])).With(Key, SpecNodes.True(value.Span));
    }
}
