using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Lifecycles;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares whether schemas are deprecated, when they will be removed, and what is promised of them.</summary>
internal static class LifecycleKeywords
{
    private static readonly string[] Keywords = ["deprecated", Sunset.Key, StabilityLevels.Key];

    public static void Compare(PairComparison pair)
    {
        var (old, current) = (Find(pair.Old), Find(pair.Current));
        if ((old is null && current is null) || pair.IsExplained(old, current))
            return;

        var compared = new ComparedObject(NodeOf(pair.Old, old), NodeOf(pair.Current, current), pair.Pair.Subject.Text, "");
        foreach (var difference in LifecycleComparer.Differences(compared, pair.Graph.Terms))
            pair.Add(difference.Aspect, difference.Action, difference.Old, difference.New, difference.OldValue, difference.NewValue, [.. difference.Traits.Items]);
    }

    private static KeywordValue? Find(SchemaFacts facts) => Keywords.Select(facts.Find).FirstOrDefault(value => value is not null);

    private static PointedNode NodeOf(SchemaFacts facts, KeywordValue? value)
    {
        var schema = value is { } found ? facts.Members[found.Member].Schema : facts.Schema;
        return new(schema.Node, schema.Pointer);
    }
}
