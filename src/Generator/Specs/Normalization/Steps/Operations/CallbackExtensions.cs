using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Leaves out the extensions of a callback, which NSwag would take for expressions with path items.</summary>
internal static class CallbackExtensions
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        kind == OpenApiObjectKind.Callback && node is SpecMap map ? map.Without(e => SpecGrammar.IsExtension(e.Key)) : node;
}
