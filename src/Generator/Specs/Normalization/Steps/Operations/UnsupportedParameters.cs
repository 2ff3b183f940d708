using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a parameter with an unsupported <c>in</c>, such as <c>querystring</c> of 3.2.</summary>
internal static class UnsupportedParameters
{
    // 3.x has neither body nor formData, but NSwag reads them in documents that mix the versions.
    private static readonly string[] Locations = ["query", "path", "header", "cookie", "body", "formData"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Parameter || node is not SpecMap map || map["in"] is not { } value || value.AsText() is not { } location || Locations.Contains(location))
            return node;

        context.Report(SpecRules.UnsupportedParameterLocation, value.Location, location, context.Suggestions.Question(location, Locations));
        return null;
    }
}
