using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares the items of arrays, those of tuples by their positions.</summary>
internal static class Arrays
{
    private const string Items = "items";
    private const string AdditionalItems = "additionalItems";
    private const string UnevaluatedItems = "unevaluatedItems";

    public static void Compare(PairComparison pair)
    {
        var (oldItems, newItems) = (pair.Old.Find(Items), pair.Current.Find(Items));
        if (!pair.IsExplained(oldItems, newItems))
        {
            var (old, current) = (Tuple(pair.Old, oldItems), Tuple(pair.Current, newItems));
            for (var i = 0; i < Math.Max(old.Count, current.Count); i++)
                CompareElement(pair, i < old.Count ? old[i] : null, i < current.Count ? current[i] : null, i);
            Remainder.Compare(pair, Keyword(old.Count > 0 ? AdditionalItems : Items, current.Count > 0 ? AdditionalItems : Items));
        }
        // It stays beside "contains", and means something else there.
        Remainder.Compare(pair, Keyword(UnevaluatedItems, UnevaluatedItems) with { Aspect = Aspects.UnevaluatedItems, Marker = UnevaluatedItems });
    }

    private static RemainderKeyword Keyword(string old, string current) => new(old, current, Aspects.Items, Aspects.UnevaluatedItems, UnevaluatedKeywords.ItemsKey, "[]");

    private static IReadOnlyList<SchemaNode> Tuple(SchemaFacts facts, KeywordValue? items) => items is { Node: SpecList } found ? facts.Members[found.Member].Schema.TupleItems : [];

    private static void CompareElement(PairComparison pair, SchemaNode? old, SchemaNode? current, int position)
    {
        if (old is not null && current is not null)
        {
            pair.CompareInside(old, current, $"[{position}]");
            return;
        }
        SourceLocation oldLocation = old?.Location ?? pair.Old.LocationOf(Items), newLocation = current?.Location ?? pair.Current.LocationOf(Items);
        var action = old is null ? ChangeAction.Added : ChangeAction.Removed;
        pair.Add(
            Aspects.PrefixItems, action, oldLocation, newLocation, old is null ? null : SchemaLabel.Of(pair.Graph.Old(old)), current is null ? null : SchemaLabel.Of(pair.Graph.Current(current)));
    }
}
