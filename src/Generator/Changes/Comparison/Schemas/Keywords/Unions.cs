using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares the alternatives of <c>oneOf</c> and <c>anyOf</c>.</summary>
internal static class Unions
{
    private static readonly UnionKeyword OneOf = new("oneOf", Aspects.OneOf);
    private static readonly UnionKeyword AnyOf = new("anyOf", Aspects.AnyOf);

    /// <summary>Compares the unions of a pair.</summary>
    /// <returns>Whether one schema is compared with an alternative of the other, which leaves nothing else to compare.</returns>
    public static bool Compare(PairComparison pair)
    {
        var (oldOne, newOne) = (SchemaUnion.Of(pair.Old, OneOf.Keyword), SchemaUnion.Of(pair.Current, OneOf.Keyword));
        var (oldAny, newAny) = (SchemaUnion.Of(pair.Old, AnyOf.Keyword), SchemaUnion.Of(pair.Current, AnyOf.Keyword));
        if (oldOne is null && newOne is null && oldAny is null && newAny is null)
            return false;

        // One keyword became the other one.
        if (oldOne is not null && newOne is null && oldAny is null && newAny is not null)
            return CompareAcross(pair, OneOf, oldOne, AnyOf, newAny);
        if (oldOne is null && newOne is not null && oldAny is not null && newAny is null)
            return CompareAcross(pair, AnyOf, oldAny, OneOf, newOne);
        return Compare(pair, OneOf, oldOne, newOne) | Compare(pair, AnyOf, oldAny, newAny);
    }

    private static bool CompareAcross(PairComparison pair, UnionKeyword oldKeyword, SchemaUnion old, UnionKeyword newKeyword, SchemaUnion current)
    {
        if (pair.IsOldExplained(old.Member) && pair.IsNewExplained(current.Member))
            return false;
        pair.Add(Aspects.OneOf, ChangeAction.Changed, pair.Old.LocationOf(oldKeyword.Keyword), pair.Current.LocationOf(newKeyword.Keyword), oldKeyword.Keyword, newKeyword.Keyword);
        CompareAlternatives(pair, newKeyword, old, current);
        return false;
    }

    private static bool Compare(PairComparison pair, UnionKeyword keyword, SchemaUnion? old, SchemaUnion? current)
    {
        if ((old is null || pair.IsOldExplained(old.Member)) && (current is null || pair.IsNewExplained(current.Member)))
            return false;

        if (old is null && SchemaUnion.Single(pair.Old, keyword.Keyword) is { } single)
        {
            pair.ExplainOld(single.Member);
            old = single;
        }
        if (current is null && SchemaUnion.Single(pair.Current, keyword.Keyword) is { } newSingle)
        {
            pair.ExplainNew(newSingle.Member);
            current = newSingle;
        }
        switch (old, current)
        {
            case ({ IsTypeList: true }, _) or (_, { IsTypeList: true }):
                return CompareTypes(pair, old, current);
            case (null, { } added):
                return CompareWrapped(pair, keyword, added.Alternatives.Select(pair.Graph.Current).ToList(), isAdded: true);
            case ({ } removed, null):
                return CompareWrapped(pair, keyword, removed.Alternatives.Select(pair.Graph.Old).ToList(), isAdded: false);
            default:
                CompareAlternatives(pair, keyword, old!, current!);
                return false;
        }
    }

    private static void CompareAlternatives(PairComparison pair, UnionKeyword keyword, SchemaUnion old, SchemaUnion current)
    {
        var newFacts = current.Alternatives.Select(pair.Graph.Current).ToList();
        var matched = AlternativeMatcher.Match([.. old.Alternatives.Select(pair.Graph.Old)], newFacts, pair.Graph.Renames);
        var positions = new Dictionary<SchemaFacts, int>(Collections.ByReference<SchemaFacts>.Instance);
        for (var i = 0; i < newFacts.Count; i++)
            positions[newFacts[i]] = i;

        foreach (var (left, right) in matched.Pairs)
            pair.CompareSame(left, right, Segment(keyword, positions[right]));
        foreach (var facts in matched.Removed)
            Report(pair, keyword, ChangeAction.Removed, facts);
        foreach (var facts in matched.Added)
            Report(pair, keyword, ChangeAction.Added, facts);
    }

    // A schema that became one of several alternatives, or the other way round.
    private static bool CompareWrapped(PairComparison pair, UnionKeyword keyword, List<SchemaFacts> alternatives, bool isAdded)
    {
        var whole = isAdded ? pair.Old : pair.Current;
        var action = isAdded ? ChangeAction.Added : ChangeAction.Removed;
        var inner = FindEqual(pair, whole, alternatives, isAdded);
        if (inner is null || keyword == AnyOf)
        {
            foreach (var facts in alternatives.Where(a => !ReferenceEquals(a, inner)))
                Report(pair, keyword, action, facts, inner is not null ? [] : isAdded ? [Traits.Set] : [Traits.Unset]);
        }
        else
        {
            pair.Add(Aspects.WrappedInOneOf, action, keyword.Keyword, isAdded ? null : SchemaLabel.Of(inner), isAdded ? SchemaLabel.Of(inner) : null);
        }
        if (inner is null)
            return false;
        pair.CompareSame(isAdded ? whole : inner, isAdded ? inner : whole, Segment(keyword, alternatives.IndexOf(inner)));
        return true;
    }

    private static SchemaFacts? FindEqual(PairComparison pair, SchemaFacts whole, List<SchemaFacts> alternatives, bool isAdded)
    {
        var code = SchemaContent.Of(whole);
        return alternatives.FirstOrDefault(a => isAdded ? pair.Graph.Renames.AreSame(whole, a) : pair.Graph.Renames.AreSame(a, whole))
            ?? alternatives.FirstOrDefault(a => SchemaContent.Of(a) == code);
    }

    // The normal form has an alternative for each type of a list of types. The list is compared as such.
    private static bool CompareTypes(PairComparison pair, SchemaUnion? old, SchemaUnion? current)
    {
        List<SchemaFacts> left = old is null ? [pair.Old] : [.. old.Alternatives.Select(pair.Graph.Old)];
        List<SchemaFacts> right = current is null ? [pair.Current] : [.. current.Alternatives.Select(pair.Graph.Current)];
        foreach (var facts in left)
        {
            if (right.FirstOrDefault(other => facts.Types.Names is { } names && other.Types.Names is { } others && names.Any(others.Contains)) is { } match && (facts != pair.Old || match != pair.Current))
                pair.CompareSame(facts, match);
        }
        Types.Compare(pair);
        return true;
    }

    private static void Report(PairComparison pair, UnionKeyword keyword, ChangeAction action, SchemaFacts alternative, params string[] traits)
    {
        var label = SchemaLabel.Of(alternative);
        SourceLocation? location = alternative.Component is null ? alternative.Schema.Location : null;
        if (action == ChangeAction.Added)
            pair.Add(keyword.Aspect, action, pair.Old.LocationOf(keyword.Keyword), location ?? pair.Current.LocationOf(keyword.Keyword), null, label, traits);
        else
            pair.Add(keyword.Aspect, action, location ?? pair.Old.LocationOf(keyword.Keyword), pair.Current.LocationOf(keyword.Keyword), label, null, traits);
    }

    private static string Segment(UnionKeyword keyword, int position) => $"/{keyword.Keyword}[{position}]";

    private sealed record UnionKeyword(string Keyword, string Aspect);
}
