using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.Rules.Model;

/// <summary>The ids of oasdiff for one kind of change, which has an id for each direction and place.</summary>
/// <remarks>
/// In <c>request-{body,property}-max-set</c>, the braces list the places that have an id. An id that names a direction is one for that direction only.
/// In <c>required: new-required-request-property</c>, the id needs a trait, which <c>!required:</c> must not be there.
/// </remarks>
internal static class RuleAlias
{
    /// <summary>Stands for a trait of differences that are about operations themselves.</summary>
    public const string OfOperation = "operation";

    private const string TraitEnd = ": ";

    private static readonly (string Name, ChangePlaces Place)[] Places =
    [
        ("body", ChangePlaces.Body),
        ("mediatype", ChangePlaces.Body),
        ("property", ChangePlaces.Property),
        ("parameter", ChangePlaces.Parameter),
        ("parameter-property", ChangePlaces.ParameterProperty),
        ("header", ChangePlaces.Header),
        ("header-property", ChangePlaces.Header | ChangePlaces.HeaderProperty),
    ];

    /// <summary>The ids of a pattern for a difference.</summary>
    public static IEnumerable<string> IdsOf(string pattern, Difference difference, ChangePlaces places)
    {
        var (trait, ids) = Split(pattern);
        return trait is null || HasTrait(difference, trait) ? Expand(ids, places).Where(id => FitsDirection(id, difference.Direction)) : [];
    }

    /// <summary>All ids that a pattern can give.</summary>
    public static IEnumerable<string> AllOf(string pattern) => Expand(Split(pattern).Ids, (ChangePlaces)~0);

    /// <summary>A pattern as people read it: braces with one place only are left out.</summary>
    public static string Shown(string pattern) => Split(pattern).Ids is var ids && ids.Contains(",") ? ids : ids.Replace("{", "").Replace("}", "");

    private static (string? Trait, string Ids) Split(string pattern)
    {
        var end = pattern.IndexOf(TraitEnd, StringComparison.Ordinal);
        return end < 0 ? (null, pattern) : (pattern.Substring(0, end), pattern.Substring(end + TraitEnd.Length));
    }

    private static bool HasTrait(Difference difference, string trait) =>
        trait[0] == '!' ? !HasTrait(difference, trait.Substring(1))
        : trait == OfOperation ? difference.Places == ChangePlaces.None && difference.Operations.Count > 0
        : difference.Has(trait);

    private static IEnumerable<string> Expand(string ids, ChangePlaces places)
    {
        var (open, close) = (ids.IndexOf('{'), ids.IndexOf('}'));
        if (open < 0)
            return [ids];

        var (before, after) = (ids.Substring(0, open), ids.Substring(close + 1));
        return
            from name in ids.Substring(open + 1, close - open - 1).Split(',')
            where (places & Places.First(p => p.Name == name).Place) != 0
            select before + name + after;
    }

    private static bool FitsDirection(string id, Direction direction) =>
        direction switch
        {
            Direction.Request => !id.Contains("response"),
            Direction.Response => !id.Contains("request"),
            _ => true,
        };
}
