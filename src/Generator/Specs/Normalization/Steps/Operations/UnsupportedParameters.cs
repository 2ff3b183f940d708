using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a parameter with an unsupported <c>in</c>; <c>querystring</c> of 3.2 becomes a query parameter that says so.</summary>
internal static class UnsupportedParameters
{
    private const string WholeQuery = "querystring";

    // 3.x has neither body nor formData, but NSwag reads them in documents that mix the versions.
    private static readonly string[] Locations = ["query", "path", "header", "cookie", WholeQuery, "body", "formData"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Parameter || node is not SpecMap map || map["in"] is not { } value || value.AsText() is not { } location || (location != WholeQuery && Locations.Contains(location)))
            return node;

        if (location == WholeQuery && map["content"] is SpecMap)
            return map.With("in", SpecNodes.Text(value.Span, "query")).With(ParameterKeys.WholeQuery, new SpecScalar(value.Span, ScalarKind.Boolean, "true"));
        context.Report(SpecRules.UnsupportedParameterLocation, value.Location, location, context.Suggestions.Question(location, Locations));
        return null;
    }
}
