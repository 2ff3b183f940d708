using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>
/// Finds the alternatives that belong together: those of one component, those of equal content, those of one title or discriminator value, and similar inline ones at one position if
/// as many are left on both sides. Each step looks up codes or names, so that a thousand alternatives take no longer than a thousand schemas.
/// </summary>
internal static class AlternativeMatcher
{
    public static MatchedAlternatives Match(IReadOnlyList<SchemaFacts> old, IReadOnlyList<SchemaFacts> current, ComponentRenames renames)
    {
        var pairs = new List<(SchemaFacts Old, SchemaFacts Current)>();
        List<SchemaFacts> removed = [.. old];
        List<SchemaFacts> added = [.. current];
        Match(facts => facts.Component is { } name && renames.NewNames.TryGetValue(name, out var renamed) ? renamed : facts.Component);
        Match(facts => $"{SchemaContent.Of(facts):x}");
        Match(Name);
        if (removed.Count == added.Count)
            MatchPositions();
        return new(pairs, removed, added);

        void Match(Func<SchemaFacts, string?> keyOf)
        {
            if (removed.Count == 0 || added.Count == 0)
                return;
            var byKey = new Dictionary<string, Queue<SchemaFacts>>(StringComparer.Ordinal);
            foreach (var facts in removed)
            {
                if (keyOf(facts) is not { } key)
                    continue;
                if (!byKey.TryGetValue(key, out var queue))
                    byKey.Add(key, queue = new());
                queue.Enqueue(facts);
            }
            var taken = new HashSet<SchemaFacts>();
            foreach (var facts in added)
            {
                if (keyOf(facts) is not { } key || !byKey.TryGetValue(key, out var queue) || queue.Count == 0)
                    continue;
                var partner = queue.Dequeue();
                pairs.Add((partner, facts));
                taken.Add(partner);
                taken.Add(facts);
            }
            removed.RemoveAll(taken.Contains);
            added.RemoveAll(taken.Contains);
        }

        void MatchPositions()
        {
            for (var i = removed.Count - 1; i >= 0; i--)
            {
                if ((removed[i].Component is not null && added[i].Component is not null) || !AreAlike(removed[i], added[i]))
                    continue;
                pairs.Add((removed[i], added[i]));
                removed.RemoveAt(i);
                added.RemoveAt(i);
            }
        }
    }

    private static bool AreAlike(SchemaFacts old, SchemaFacts current) => TypeCompatibility.AreEqual(old.Types.Names, current.Types.Names)
        && ((old.Properties.Names.Count == 0 && current.Properties.Names.Count == 0) || old.Properties.Names.Any(current.Properties.Has));

    private static string? Name(SchemaFacts facts) => facts.Schema.Title ?? DiscriminatorValue(facts);

    /// <summary>The first property with one value only, and that value.</summary>
    private static string? DiscriminatorValue(SchemaFacts facts)
    {
        foreach (var name in facts.Properties.Names)
        {
            if (facts.Source.Of(facts.Properties[name][0].Schema).Find("enum") is { Node: SpecList { Items: [var value] } })
                return name + "=" + CanonicalValue.Of(value);
        }
        return null;
    }
}

/// <summary>Alternatives that belong together, and those that only one side has.</summary>
internal sealed record MatchedAlternatives(
    IReadOnlyList<(SchemaFacts Old, SchemaFacts Current)> Pairs, IReadOnlyList<SchemaFacts> Removed, IReadOnlyList<SchemaFacts> Added);
