using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>
/// Finds properties that have another name and the same schema. The names must be alike, and each must be like no other: in another case or with other separators; or, where the
/// schema says more than a type, with a few other letters.
/// </summary>
internal static class PropertyRenames
{
    // Each removed property is compared with each that was added; with more of them, nobody can tell which belong together.
    private const int MaxProperties = 40;

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
        var (left, right) = (Letters(old), Letters(current));
        areEqual = left == right;
        if (areEqual)
            return true;
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length >= 3 && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal) || Distance(left, right) * 3 <= shorter.Length);
    }

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters have to be replaced, added or removed (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        const int MaxLength = 60;
        if (left.Length > MaxLength || right.Length > MaxLength)
            return MaxLength;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[right.Length];
    }

    private static SchemaFacts Facts(SchemaFacts owner, string name) => owner.Source.Of([.. owner.Properties[name].Select(d => d.Schema)]);
}
