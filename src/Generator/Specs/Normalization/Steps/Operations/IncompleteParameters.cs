using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a parameter without <c>name</c> or <c>in</c>: no value of it could be sent.</summary>
internal static class IncompleteParameters
{
    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Parameter || node is not SpecMap map || map.Entry(SpecReference.Key) is not null)
            return node;

        var location = map["in"].AsText();
        // A body has no name on the wire.
        var missing = location is null ? "in" : map["name"] is null && location != "body" ? "name" : null;
        if (missing is null)
            return node;

        context.Report(SpecRules.IncompleteParameter, map.Location, missing);
        return null;
    }
}
