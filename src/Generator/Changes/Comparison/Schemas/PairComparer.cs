using Kiln.Generator.Changes.Comparison.Schemas.Keywords;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;

namespace Kiln.Generator.Changes.Comparison.Schemas;

/// <summary>Compares the two schemas of a pair, keyword by keyword. The pairs that they contain are compared later.</summary>
internal static class PairComparer
{
    public static void Compare(SchemaPair pair, PairGraph graph)
    {
        if (pair.Old.Members.Count == 0 || pair.Current.Members.Count == 0)
            return;
        var comparison = new PairComparison(pair, graph);
        // First, because it decides what is compared elsewhere.
        AllOfMembers.Compare(comparison);
        if (Unions.Compare(comparison))
        {
            NullValues.Compare(comparison);
            return;
        }
        Types.Compare(comparison);
        // No value fits both schemas, so that one difference says all that there is to tell of their values.
        if (!Types.AreDisjoint(comparison))
            CompareValues(comparison);
        NullValues.Compare(comparison);
        Annotations.Compare(comparison);
        LifecycleKeywords.Compare(comparison);
    }

    private static void CompareValues(PairComparison comparison)
    {
        EnumValues.Compare(comparison);
        Limits.Compare(comparison);
        Properties.Compare(comparison);
        Arrays.Compare(comparison);
        Conditions.Compare(comparison);
        Discriminators.Compare(comparison);
    }
}
