using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares types and formats.</summary>
internal static class Types
{
    private const string Format = "format";

    public static void Compare(PairComparison pair)
    {
        var (old, current) = (pair.Old.Types, pair.Current.Types);
        if (TypeCompatibility.Compare(old.Names, current.Names) is { } action)
        {
            // What alternatives were added and removed is told of two unions.
            if ((old.IsOfUnion && current.IsOfUnion) || IsTold(pair, old, current))
                return;
            var isList = action != ChangeAction.Changed && old.Names is { } names && current.Names is { } newNames && (names.Count > 1 || newNames.Count > 1);
            pair.Add(isList ? Aspects.ListOfTypes : Aspects.Type, action, pair.Old.LocationOf(old.Keyword ?? "type"), pair.Current.LocationOf(current.Keyword ?? "type"), Shown(pair.Old), Shown(pair.Current));
            return;
        }
        if (old.Names is { } types)
            CompareFormats(pair, types);
    }

    /// <summary>Whether both schemas say their types, and have none in common: an object that became a list.</summary>
    public static bool AreDisjoint(PairComparison pair) =>
        pair.Old.Types is { Names: { } old, IsOfUnion: false } && pair.Current.Types is { Names: { } current, IsOfUnion: false }
        && TypeCompatibility.Compare(old, current) == ChangeAction.Changed && !old.Any(current.Contains);

    // The comparison of a shared subschema tells the same.
    private static bool IsTold(PairComparison pair, TypeSet old, TypeSet current) => pair.SharedMembers.Any(m =>
        TypeCompatibility.AreEqual(m.Old.Types.Names, old.Names) && TypeCompatibility.AreEqual(m.Current.Types.Names, current.Names));

    private static void CompareFormats(PairComparison pair, IReadOnlyList<string> types)
    {
        var (old, current) = (pair.Old.Find(Format), pair.Current.Find(Format));
        var (oldFormat, newFormat) = (FormatOf(old), FormatOf(current));
        if (oldFormat == newFormat || pair.IsExplained(old, current))
            return;
        pair.Add(Aspects.Format, TypeCompatibility.CompareFormats(types, oldFormat, newFormat), Format, oldFormat, newFormat);
    }

    private static string? FormatOf(KeywordValue? value) => value?.Node.AsText() is { Length: > 0 } format ? format : null;

    private static string Shown(SchemaFacts facts)
    {
        var types = facts.Types.Names is { } names ? string.Join(", ", names) : "any";
        return FormatOf(facts.Find(Format)) is { } format ? $"{types} ({format})" : types;
    }
}
