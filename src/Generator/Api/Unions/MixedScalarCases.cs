using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// Merges scalar cases of several JSON types that share one of them: where a case is a string or an integer, and another is a string, a string may be of
/// either. One case then holds any of their values.
/// </summary>
internal static class MixedScalarCases
{
    public static List<UnionCandidate> Merge(List<UnionCandidate> cases)
    {
        var scalars = cases.Where(IsOpenScalar).ToList();
        var mixed = scalars.Where(c => KindsOf(c).Count() > 1).ToList();
        var merged = scalars.Where(c => mixed.Exists(m => Overlap(c, m)) || (mixed.Contains(c) && scalars.Exists(s => Overlap(c, s)))).ToList();
        if (merged.Count < 2)
            return cases;

        var forms = merged.SelectMany(c => c.Forms).GroupBy(f => f.Kind).Select(g => g.First()).ToList();
        var literal = merged[0] with { Use = new(new ScalarSchema("literal", null), false), Forms = forms };
        return [.. cases.Select(c => c == merged[0] ? literal : c).Where(c => !merged.Contains(c))];
    }

    private static bool IsOpenScalar(UnionCandidate @case) =>
        @case.Forms.Count > 0 && @case.Forms.All(f => f.Kind is JsonKind.String or JsonKind.Number or JsonKind.Boolean && f.Values is null);

    private static bool Overlap(UnionCandidate one, UnionCandidate other) =>
        one != other && KindsOf(one).Intersect(KindsOf(other)).Any() && !OneType.Have(one.Schema, other.Schema);

    private static IEnumerable<JsonKind> KindsOf(UnionCandidate @case) => @case.Forms.Select(f => f.Kind).Distinct();
}
