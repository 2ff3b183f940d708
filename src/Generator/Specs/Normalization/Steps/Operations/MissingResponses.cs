using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Adds <c>responses</c> to an operation without them, which NSwag requires. They are optional since OpenAPI 3.1.</summary>
internal static class MissingResponses
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Operation || node is not SpecMap map || map["responses"] is not null)
            return node;

        if (context.Version < SpecVersion.OpenApi31)
            context.Report(SpecRules.MissingResponses, map.Location);
        return map.With("responses", SpecNodes.EmptyMap(map.Span));
    }
}
