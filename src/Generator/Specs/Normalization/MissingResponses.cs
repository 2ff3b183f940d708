using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Gives each operation <c>responses</c>, which NSwag insists on. They may be missing since OpenAPI 3.1.</summary>
internal static class MissingResponses
{
    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind != SpecKind.Operation || node is not SpecMap map || map["responses"] is not null)
            return node;

        if (context.Version < SpecVersion.OpenApi31)
            context.Tell(SpecRules.MissingResponses, map.Place);
        return map.With("responses", SpecNodes.EmptyMap(map.Span));
    }
}
