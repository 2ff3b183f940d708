using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Leaves out a parameter in a value that NSwag does not know, such as 3.2's <c>querystring</c>.</summary>
internal static class UnsupportedParameters
{
    private static readonly string[] Locations = ["query", "path", "header", "cookie", "body", "formData"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Parameter || node is not SpecMap map || map["in"] is not { } value || value.AsText() is not { } location || Locations.Contains(location))
            return node;

        context.Report(SpecRules.UnsupportedParameterLocation, value.Location, location);
        return null;
    }
}
