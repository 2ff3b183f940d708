using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes the extensions of a callback, which NSwag would read as expressions with path items.</summary>
internal static class CallbackExtensions
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        kind == OpenApiObjectKind.Callback && node is SpecMap map ? map.Without(e => SpecGrammar.IsExtension(e.Key)) : node;
}
