using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares keywords by which what a value may be depends on the value, and those with a schema for something else than the value itself.</summary>
internal static class Conditions
{
    private static readonly Subschema[] Subschemas =
    [
        // What narrows one of these widens the whole, so the differences inside say nothing of the whole.
        new("not", Aspects.Not, Reach.None),
        new("if", Aspects.If, Reach.None),
        new("then", Aspects.Then, Reach.Same),
        new("else", Aspects.Else, Reach.Same),
        new("contains", Aspects.Contains, Reach.Inside),
        new("propertyNames", Aspects.PropertyNames, Reach.Inside),
        new("contentSchema", Aspects.ContentSchema, Reach.Inside),
    ];

    public static void Compare(PairComparison pair)
    {
        foreach (var subschema in Subschemas)
            Compare(pair, subschema);
        CompareMap(pair, "patternProperties", Aspects.PatternProperty, (old, current, pattern) => pair.CompareInside(old, current, $"{{{pattern}}}"));
        CompareDependentSchemas(pair);
        CompareDependentRequired(pair);
    }

    private static void Compare(PairComparison pair, Subschema subschema)
    {
        var (oldValue, newValue) = (pair.Old.Find(subschema.Keyword), pair.Current.Find(subschema.Keyword));
        if ((oldValue is null && newValue is null) || pair.IsExplained(oldValue, newValue))
            return;
        var old = pair.Old.Child(oldValue, subschema.Keyword) is { } oldSchema ? pair.Graph.Old(oldSchema) : null;
        var current = pair.Current.Child(newValue, subschema.Keyword) is { } newSchema ? pair.Graph.Current(newSchema) : null;
        if (old is null || current is null)
            Add(pair, subschema, old is null ? ChangeAction.Added : ChangeAction.Removed, old, current);
        else if (subschema.Reach != Reach.None)
            pair.Compare(old, current, "/" + subschema.Keyword, subschema.Reach == Reach.Inside ? PairPosition.Inside : PairPosition.Same, []);
        else if (SchemaContent.Of(old) != SchemaContent.Of(current))
            Add(pair, subschema, ChangeAction.Changed, old, current);
    }

    private static void Add(PairComparison pair, Subschema subschema, ChangeAction action, SchemaFacts? old, SchemaFacts? current)
    {
        if (old is not null || current is not null)
            pair.Add(subschema.Aspect, action, subschema.Keyword, old is null ? null : SchemaLabel.Of(old), current is null ? null : SchemaLabel.Of(current));
    }

    private static void CompareMap(PairComparison pair, string keyword, string aspect, Action<SchemaNode, SchemaNode, string> compare)
    {
        if (pair.IsExplained(pair.Old.Find(keyword), pair.Current.Find(keyword)))
            return;
        CompareEntries(pair, pair.Old.Entries(keyword), pair.Current.Entries(keyword), keyword, aspect, compare);
    }

    private static void CompareEntries(PairComparison pair, IEnumerable<SchemaProperty> old, IEnumerable<SchemaProperty> current, string keyword, string aspect, Action<SchemaNode, SchemaNode, string> compare)
    {
        var remaining = old.ToDictionary(e => e.Name, e => e.Schema, StringComparer.Ordinal);
        foreach (var entry in current)
        {
            if (remaining.TryGetValue(entry.Name, out var before))
                compare(before, entry.Schema, entry.Name);
            else
                pair.Add(aspect, ChangeAction.Added, pair.Old.LocationOf(keyword), entry.Schema.Location, null, CanonicalValue.Shorten(entry.Name));
            remaining.Remove(entry.Name);
        }
        foreach (var entry in remaining)
            pair.Add(aspect, ChangeAction.Removed, entry.Value.Location, pair.Current.LocationOf(keyword), CanonicalValue.Shorten(entry.Key), null);
    }

    // Earlier drafts have both kinds of dependencies in one keyword.
    private static void CompareDependentSchemas(PairComparison pair)
    {
        if (pair.IsExplained(DependentSchemas(pair.Old), DependentSchemas(pair.Current)))
            return;
        CompareEntries(
            pair, [.. pair.Old.Entries("dependentSchemas"), .. pair.Old.Entries("dependencies")], [.. pair.Current.Entries("dependentSchemas"), .. pair.Current.Entries("dependencies")],
            "dependentSchemas", Aspects.DependentSchema, (old, current, name) => pair.CompareSame(pair.Graph.Old(old), pair.Graph.Current(current), $"/dependentSchemas/{name}"));
    }

    private static KeywordValue? DependentSchemas(SchemaFacts facts) => facts.Find("dependentSchemas") ?? facts.Find("dependencies");

    private static void CompareDependentRequired(PairComparison pair)
    {
        const string Keyword = "dependentRequired";
        var (oldValue, newValue) = (pair.Old.Find(Keyword) ?? pair.Old.Find("dependencies"), pair.Current.Find(Keyword) ?? pair.Current.Find("dependencies"));
        if (pair.IsExplained(oldValue, newValue))
            return;
        var (old, current) = (Lists(oldValue), Lists(newValue));
        foreach (var name in old.Keys.Union(current.Keys, StringComparer.Ordinal))
        {
            var (before, after) = (Sorted(old, name), Sorted(current, name));
            if (before == after)
                continue;
            var action = before is null ? ChangeAction.Added : after is null ? ChangeAction.Removed : ChangeAction.Changed;
            pair.Add(Aspects.DependentRequired, action, Keyword, Shown(name, before), Shown(name, after));
        }
    }

    private static Dictionary<string, SpecList> Lists(KeywordValue? value) => (value?.Node as SpecMap)?.Entries.Where(e => e.Value is SpecList)
        .ToDictionary(e => e.Key, e => (SpecList)e.Value, StringComparer.Ordinal) ?? [];

    private static string? Sorted(Dictionary<string, SpecList> lists, string name) =>
        lists.TryGetValue(name, out var list) ? string.Join(", ", list.Texts().Distinct().OrderBy(t => t, StringComparer.Ordinal)) : null;

    private static string? Shown(string name, string? required) => required is null ? null : CanonicalValue.Shorten($"{name}: {required}");

    /// <summary>Whether the differences inside of a subschema are compared, and what they are about.</summary>
    private enum Reach
    {
        None,
        Same,
        Inside,
    }

    private sealed record Subschema(string Keyword, string Aspect, Reach Reach);
}
