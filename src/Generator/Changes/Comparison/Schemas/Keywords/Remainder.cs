using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>What is said of the properties or items that nothing else describes: anything is allowed, nothing, or what a schema allows.</summary>
internal abstract record Remainder
{
    public sealed record Anything : Remainder;

    public sealed record Nothing : Remainder;

    public sealed record Described(SchemaNode Schema) : Remainder;

    public static Remainder Of(SchemaFacts facts, KeywordValue? value, string keyword) => value?.Node switch
    {
        SpecScalar { Text: "false" } => new Nothing(),
        SpecMap map when IsNothing(map) => new Nothing(),
        SpecMap when facts.Child(value, keyword) is { } schema && !PlainSchemas.HasOnlyAnnotations(schema.Actual) => new Described(schema),
        _ => new Anything(),
    };

    /// <summary>Compares what both sides say.</summary>
    public static void Compare(PairComparison pair, RemainderKeyword keyword)
    {
        var (oldValue, newValue) = (pair.Old.Find(keyword.Old), pair.Current.Find(keyword.Current));
        if ((oldValue is null && newValue is null) || pair.IsExplained(oldValue, newValue))
            return;

        var (old, current) = (Of(pair.Old, oldValue, keyword.Old), Of(pair.Current, newValue, keyword.Current));
        switch (old, current)
        {
            case (Described before, Described after):
                pair.CompareInside(before.Schema, after.Schema, keyword.Segment);
                break;
            case (Anything, Anything) or (Nothing, Nothing):
                break;
            default:
                var isUnevaluated = IsMarked(pair.Old, oldValue, keyword.Marker) || IsMarked(pair.Current, newValue, keyword.Marker);
                var action = (old, current, isUnevaluated) switch
                {
                    (Anything, _, true) => ChangeAction.Added,
                    (_, Anything, true) => ChangeAction.Removed,
                    (Anything, _, _) or (_, Nothing, _) => ChangeAction.Narrowed,
                    _ => ChangeAction.Widened,
                };
                pair.Add(
                    isUnevaluated ? keyword.UnevaluatedAspect : keyword.Aspect, action, pair.Old.LocationOf(keyword.Old), pair.Current.LocationOf(keyword.Current), Shown(pair.Graph.Old, old), Shown(pair.Graph.Current, current));
                break;
        }
    }

    private static bool IsNothing(SpecMap map) => map["not"] is SpecMap { Entries.Count: 0 };

    private static bool IsMarked(SchemaFacts facts, KeywordValue? value, string marker) => value is { } found && facts.Members[found.Member].Schema[marker] is not null;

    private static string Shown(Func<SchemaNode, SchemaFacts> factsOf, Remainder remainder) => remainder switch
    {
        Nothing => "false",
        Described described => SchemaLabel.Of(factsOf(described.Schema)),
        _ => "true",
    };
}

/// <summary>A keyword for the remaining properties or items.</summary>
/// <param name="Old">The keyword in the old schema.</param>
/// <param name="Current">The keyword in the new schema.</param>
/// <param name="Aspect">Its aspect.</param>
/// <param name="UnevaluatedAspect">The aspect of the keyword that the normal form replaces by it.</param>
/// <param name="Marker">The key by which the normal form marks that.</param>
/// <param name="Segment">Its part of the path.</param>
internal sealed record RemainderKeyword(string Old, string Current, string Aspect, string UnevaluatedAspect, string Marker, string Segment);
