using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares discriminators.</summary>
internal static class Discriminators
{
    private const string Keyword = "discriminator";
    private const string ComponentPrefix = "#/components/schemas/";

    public static void Compare(PairComparison pair)
    {
        var (oldValue, newValue) = (pair.Old.Find(Keyword), pair.Current.Find(Keyword));
        if (pair.IsExplained(oldValue, newValue))
            return;
        switch (oldValue?.Node as SpecMap, newValue?.Node as SpecMap)
        {
            case (null, null):
                break;
            case (null, { } added):
                pair.Add(Aspects.Discriminator, ChangeAction.Added, Keyword, null, PropertyName(added));
                break;
            case ({ } removed, null):
                pair.Add(Aspects.Discriminator, ChangeAction.Removed, Keyword, PropertyName(removed), null);
                break;
            case ({ } old, { } current):
                if (PropertyName(old) != PropertyName(current))
                    pair.Add(Aspects.DiscriminatorPropertyName, ChangeAction.Changed, Location(old), Location(current), PropertyName(old), PropertyName(current));
                CompareMappings(pair, old, current);
                break;
        }
    }

    private static void CompareMappings(PairComparison pair, SpecMap oldDiscriminator, SpecMap newDiscriminator)
    {
        var (old, current) = (Mapping(oldDiscriminator), Mapping(newDiscriminator));
        foreach (var entry in old.Where(e => !current.ContainsKey(e.Key)))
            pair.Add(Aspects.DiscriminatorMapping, ChangeAction.Removed, entry.Value.Value.Location, newDiscriminator.Location, Shown(entry.Value), null);
        foreach (var entry in current)
        {
            if (!old.TryGetValue(entry.Key, out var before))
                pair.Add(Aspects.DiscriminatorMapping, ChangeAction.Added, oldDiscriminator.Location, entry.Value.Value.Location, null, Shown(entry.Value));
            else if (!AreSame(pair, Target(before), Target(entry.Value)))
                pair.Add(Aspects.DiscriminatorMapping, ChangeAction.Changed, before.Value.Location, entry.Value.Value.Location, Shown(before), Shown(entry.Value));
        }
    }

    private static bool AreSame(PairComparison pair, string old, string current) =>
        old == current || (pair.Graph.Renames.NewNames.TryGetValue(old, out var renamed) && renamed == current);

    private static Dictionary<string, SpecEntry> Mapping(SpecMap discriminator) =>
        (discriminator["mapping"] as SpecMap)?.Entries.ToDictionary(e => e.Key, StringComparer.Ordinal) ?? [];

    private static string? PropertyName(SpecMap discriminator) => discriminator["propertyName"].AsText();

    private static Diagnostics.SourceLocation Location(SpecMap discriminator) => (discriminator["propertyName"] ?? discriminator).Location;

    private static string Target(SpecEntry entry)
    {
        var target = entry.Value.AsText() ?? "";
        return target.StartsWith(ComponentPrefix, StringComparison.Ordinal) ? target.Substring(ComponentPrefix.Length) : target;
    }

    private static string Shown(SpecEntry entry) => CanonicalValue.Shorten($"{entry.Key}: {Target(entry)}");
}
