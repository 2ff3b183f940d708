using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Leaves out a parameter that does not say how it is called, or where it goes: no value of it could be sent.</summary>
internal static class UnfinishedParameters
{
    public static SpecNode? Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind != SpecKind.Parameter || node is not SpecMap map || map.Entry(SpecReference.Key) is not null)
            return node;

        var place = map["in"].AsText();
        // A body has no name on the wire.
        var missing = place is null ? "in" : map["name"] is null && place != "body" ? "name" : null;
        if (missing is null)
            return node;

        context.Tell(SpecRules.IncompleteParameter, map.Place, missing);
        return null;
    }
}
