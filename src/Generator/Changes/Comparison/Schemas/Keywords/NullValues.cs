using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares whether null is allowed, however that is written.</summary>
internal static class NullValues
{
    public static void Compare(PairComparison pair)
    {
        var (old, current) = (pair.Old, pair.Current);
        if (old.AllowsNull == current.AllowsNull || SaysNothing(old) || SaysNothing(current)
            || pair.SharedMembers.Any(m => m.Old.AllowsNull == old.AllowsNull && m.Current.AllowsNull == current.AllowsNull))
            return;
        var location = current.AllowsNull ? current : old;
        var keyword = location.Find("nullable") is not null ? "nullable" : "type";
        pair.Add(Aspects.Nullable, current.AllowsNull ? ChangeAction.Added : ChangeAction.Removed, keyword, old.AllowsNull ? "true" : "false", current.AllowsNull ? "true" : "false");
    }

    // What allows every value is not marked as nullable.
    private static bool SaysNothing(SchemaFacts facts) =>
        facts.Types.Names is null && !facts.AllowsNull && facts.Find("enum") is null && facts.Find("oneOf") is null && facts.Find("anyOf") is null;
}
