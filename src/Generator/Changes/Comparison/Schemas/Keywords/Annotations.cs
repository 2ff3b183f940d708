using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares keywords whose values are texts, flags or any JSON: those are set, removed or changed, and nothing is known of what the change means.</summary>
internal static class Annotations
{
    private const string ExampleList = "examples";

    private static readonly (string Keyword, string Aspect)[] Texts =
    [
        ("title", Aspects.Title),
        ("description", Aspects.Description),
    ];

    private static readonly (string Keyword, string Aspect)[] Values =
    [
        ("default", Aspects.DefaultValue),
        ("contentEncoding", Aspects.ContentEncoding),
        ("contentMediaType", Aspects.ContentMediaType),
    ];

    private static readonly (string Keyword, string Aspect)[] Flags =
    [
        ("readOnly", Aspects.ReadOnly),
        ("writeOnly", Aspects.WriteOnly),
        ("uniqueItems", Aspects.UniqueItems),
    ];

    public static void Compare(PairComparison pair)
    {
        foreach (var (keyword, aspect) in Texts)
            CompareValue(pair, keyword, aspect);
        CompareExamples(pair);
        foreach (var (keyword, aspect) in Values)
            CompareValue(pair, keyword, aspect);
        foreach (var (keyword, aspect) in Flags)
            CompareFlag(pair, keyword, aspect);
        ComparePattern(pair);
    }

    private static void CompareValue(PairComparison pair, string keyword, string aspect)
    {
        var (old, current) = (pair.Old.Find(keyword), pair.Current.Find(keyword));
        if ((old is null && current is null) || pair.IsExplained(old, current) || (old is { } before && current is { } after && AreEqual(before.Node, after.Node)))
            return;
        var action = old is null ? ChangeAction.Added : current is null ? ChangeAction.Removed : ChangeAction.Changed;
        pair.Add(aspect, action, keyword, PairComparison.Shown(old), PairComparison.Shown(current));
    }

    private static void CompareFlag(PairComparison pair, string keyword, string aspect)
    {
        var (wasSet, isSet) = (pair.Old.IsTrue(keyword), pair.Current.IsTrue(keyword));
        if (wasSet != isSet && !pair.IsExplained(pair.Old.Find(keyword), pair.Current.Find(keyword)))
            pair.Add(aspect, isSet ? ChangeAction.Added : ChangeAction.Removed, keyword, wasSet ? "true" : "false", isSet ? "true" : "false");
    }

    // Up to OpenAPI 3.0 a schema has one example, since 3.1 a list of them.
    private static void CompareExamples(PairComparison pair)
    {
        var (oldKeyword, newKeyword) = (ExampleKeyword(pair.Old), ExampleKeyword(pair.Current));
        var (old, current) = (pair.Old.Find(oldKeyword), pair.Current.Find(newKeyword));
        if ((old is null && current is null) || pair.IsExplained(old, current) || Examples(old, oldKeyword).SetEquals(Examples(current, newKeyword)))
            return;
        var action = old is null ? ChangeAction.Added : current is null ? ChangeAction.Removed : ChangeAction.Changed;
        pair.Add(Aspects.Example, action, pair.Old.LocationOf(oldKeyword), pair.Current.LocationOf(newKeyword), PairComparison.Shown(old), PairComparison.Shown(current));
    }

    private static string ExampleKeyword(SchemaFacts facts) => facts.Find(ExampleList) is null ? "example" : ExampleList;

    private static HashSet<string> Examples(KeywordValue? value, string keyword) =>
        new(value is null ? [] : value.Value.Node is SpecList list && keyword == ExampleList ? list.Items.Select(CanonicalValue.Of) : [CanonicalValue.Of(value.Value.Node)], StringComparer.Ordinal);

    private static void ComparePattern(PairComparison pair)
    {
        const string Keyword = "pattern";
        var (old, current) = (pair.Old.Find(Keyword), pair.Current.Find(Keyword));
        var (oldPattern, newPattern) = (PatternOf(old), PatternOf(current));
        if (oldPattern == newPattern || pair.IsExplained(old, current))
            return;
        var action = (oldPattern, newPattern) switch
        {
            (null, _) => ChangeAction.Added,
            (_, null) => ChangeAction.Removed,
            _ when MatchesAll(newPattern) => ChangeAction.Widened,
            _ when MatchesAll(oldPattern) => ChangeAction.Narrowed,
            _ => ChangeAction.Changed,
        };
        pair.Add(Aspects.Pattern, action, Keyword, PairComparison.Shown(old), PairComparison.Shown(current));
    }

    private static string? PatternOf(KeywordValue? value) => value?.Node.AsText() is { Length: > 0 } pattern ? pattern : null;

    private static bool MatchesAll(string pattern) => pattern is ".*" or "^.*$" or "^.*" or ".*$" or "^" or "$" or "[\\s\\S]*" or "^[\\s\\S]*$";

    private static bool AreEqual(SpecNode old, SpecNode current) =>
        old is SpecScalar left && current is SpecScalar right && left.Kind == right.Kind && left.Text == right.Text || CanonicalValue.Of(old) == CanonicalValue.Of(current);
}
