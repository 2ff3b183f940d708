using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Changes.Comparison.Values;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>
/// Finds properties that have another name and the same schema. The names must be alike, and each must be like no other: in another case or with other separators; or, where the
/// schema says more than a type, with a few other letters.
/// </summary>
internal static class PropertyRenames
{
    // Each removed property is compared with each that was added; with more of them, nobody can tell which belong together.
    private const int MaxProperties = 40;

    // Longer names would need more time than they are worth.
    private const int MaxLength = 60;

    public static IReadOnlyList<(string Old, string Current)> Find(PairComparison pair, IReadOnlyList<string> removed, IReadOnlyList<string> added)
    {
        if (removed.Count == 0 || added.Count == 0 || removed.Count > MaxProperties || added.Count > MaxProperties)
            return [];
        var candidates = new List<(string Old, string Current)>();
        foreach (var old in removed)
            candidates.AddRange(added.Where(current => IsRename(pair, old, current)).Select(current => (old, current)));
        return [.. candidates.Where(c => candidates.Count(o => o.Old == c.Old) == 1 && candidates.Count(o => o.Current == c.Current) == 1)];
    }

    private static bool IsRename(PairComparison pair, string old, string current)
    {
        if (pair.Old.Required.ContainsKey(old) != pair.Current.Required.ContainsKey(current) || !HaveSimilarNames(old, current, out var areEqual))
            return false;
        var (oldFacts, newFacts) = (Facts(pair.Old, old), Facts(pair.Current, current));
        return SchemaContent.Of(oldFacts) == SchemaContent.Of(newFacts) && (areEqual || SaysMoreThanType(oldFacts));
    }

    private static bool SaysMoreThanType(SchemaFacts facts) => facts.Component is not null || SchemaContent.IsDistinctive(facts) || facts.Find("format") is not null || facts.Find("description") is not null
        || facts.Find("items") is not null || facts.Properties.Names.Count > 0;

    private static bool HaveSimilarNames(string old, string current, out bool areEqual)
    {
        var (left, right) = (SimilarNames.Letters(old), SimilarNames.Letters(current));
        areEqual = left == right;
        return areEqual || SimilarNames.IsPart(old, current)
            || (Math.Max(left.Length, right.Length) <= MaxLength && SimilarNames.Distance(left, right) * 3 <= Math.Min(left.Length, right.Length));
    }

    private static SchemaFacts Facts(SchemaFacts owner, string name) => owner.Source.Of([.. owner.Properties[name].Select(d => d.Schema)]);
}
