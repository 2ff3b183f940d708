using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares the values of <c>enum</c>, <c>const</c> and <c>x-extensible-enum</c>. Null is not among them: whether it is allowed is compared by itself.</summary>
internal static class EnumValues
{
    private const string Enum = "enum";

    public static void Compare(PairComparison pair)
    {
        CompareEnums(pair);
        CompareExtensible(pair);
    }

    private static void CompareEnums(PairComparison pair)
    {
        var (oldValue, newValue) = (pair.Old.Find(Enum), pair.Current.Find(Enum));
        if (pair.IsExplained(oldValue, newValue))
            return;
        var (old, current) = (Values(oldValue), Values(newValue));
        var (isOldConst, isNewConst) = (IsConst(pair.Old, oldValue), IsConst(pair.Current, newValue));
        switch (old, current)
        {
            case (null, null):
                break;
            case (null, { } added):
                pair.Add(isNewConst ? Aspects.Const : Aspects.Enum, ChangeAction.Added, Enum, null, Shown(added));
                break;
            case ({ } removed, null):
                pair.Add(isOldConst ? Aspects.Const : Aspects.Enum, ChangeAction.Removed, Enum, Shown(removed), null);
                break;
            case ({ Count: 1 } before, { Count: 1 } after) when isOldConst || isNewConst:
                if (before.Keys.Single() != after.Keys.Single())
                    pair.Add(Aspects.Const, ChangeAction.Changed, Enum, Shown(before), Shown(after));
                break;
            default:
                CompareValues(pair, Enum, Aspects.EnumValue, old!, current!);
                break;
        }
    }

    private static void CompareExtensible(PairComparison pair)
    {
        var (oldValue, newValue) = (pair.Old.Find(ForeignKeywords.ExtensibleEnum), pair.Current.Find(ForeignKeywords.ExtensibleEnum));
        if (!pair.IsExplained(oldValue, newValue))
            CompareValues(pair, ForeignKeywords.ExtensibleEnum, Aspects.ExtensibleEnumValue, Values(oldValue) ?? [], Values(newValue) ?? []);
    }

    private static void CompareValues(PairComparison pair, string keyword, string aspect, Dictionary<string, SpecNode> old, Dictionary<string, SpecNode> current)
    {
        foreach (var value in old.Where(v => !current.ContainsKey(v.Key)))
            pair.Add(aspect, ChangeAction.Removed, value.Value.Location, pair.Current.LocationOf(keyword), CanonicalValue.Shown(value.Value), null);
        foreach (var value in current.Where(v => !old.ContainsKey(v.Key)))
            pair.Add(aspect, ChangeAction.Added, pair.Old.LocationOf(keyword), value.Value.Location, null, CanonicalValue.Shown(value.Value));
    }

    /// <summary>The values by their canonical texts, in the order of the document; <see langword="null"/> for no list.</summary>
    private static Dictionary<string, SpecNode>? Values(KeywordValue? value)
    {
        if (value?.Node is not SpecList list || list.Items.All(v => v.IsNull()))
            return null;
        var values = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        foreach (var item in list.Items.Where(v => !v.IsNull()))
            values[CanonicalValue.Of(item)] = item;
        return values;
    }

    private static bool IsConst(SchemaFacts facts, KeywordValue? value) => value is { } found && facts.Members[found.Member].Schema[ConstValues.Key] is not null;

    private static string Shown(Dictionary<string, SpecNode> values) => CanonicalValue.Shorten(string.Join(", ", values.Values.Select(CanonicalValue.Shown)));
}
