using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Gives each operation <c>responses</c>, which NSwag insists on. They may be missing since OpenAPI 3.1.</summary>
internal static class MissingResponses
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Operation || node is not SpecMap map || map["responses"] is not null)
            return node;

        if (context.Version < SpecVersion.OpenApi31)
            context.Report(SpecRules.NoResponses, map.Location);
        return map.With("responses", SpecNodes.EmptyMap(map.Span));
    }
}
