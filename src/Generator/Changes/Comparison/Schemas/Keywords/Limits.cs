using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Compares limits of numbers, lengths and counts; an exclusive limit is one whether it is a Boolean beside the limit (3.0) or the limit itself (3.1).</summary>
internal static class Limits
{
    private static readonly Limit[] All =
    [
        new("maximum", Aspects.Max, IsUpper: true),
        new("minimum", Aspects.Min, IsUpper: false),
        new("exclusiveMaximum", Aspects.ExclusiveMax, IsUpper: true),
        new("exclusiveMinimum", Aspects.ExclusiveMin, IsUpper: false),
        new("maxLength", Aspects.MaxLength, IsUpper: true),
        new("minLength", Aspects.MinLength, IsUpper: false, Default: 0),
        new("maxItems", Aspects.MaxItems, IsUpper: true),
        new("minItems", Aspects.MinItems, IsUpper: false, Default: 0),
        new("maxProperties", Aspects.MaxProperties, IsUpper: true),
        new("minProperties", Aspects.MinProperties, IsUpper: false, Default: 0),
        new("maxContains", Aspects.MaxContains, IsUpper: true),
        new("minContains", Aspects.MinContains, IsUpper: false, Default: 1),
    ];

    public static void Compare(PairComparison pair)
    {
        foreach (var limit in All)
            Compare(pair, limit);
        CompareMultiples(pair);
    }

    private static void Compare(PairComparison pair, Limit limit)
    {
        var (old, current) = (Strictest(pair.Old, limit), Strictest(pair.Current, limit));
        if ((old?.Value ?? limit.Default) == (current?.Value ?? limit.Default) || IsExplained(pair, old, current))
            return;

        var (action, traits) = (old, current) switch
        {
            (null, _) => (ChangeAction.Added, (string[])[Traits.Set]),
            (_, null) => (ChangeAction.Removed, [Traits.Unset]),
            _ => (current.Value.Value > old.Value.Value ? ChangeAction.Increased : ChangeAction.Decreased, []),
        };
        var (oldLocation, newLocation) = (pair.Old.Members[old?.Member ?? 0].Schema, pair.Current.Members[current?.Member ?? 0].Schema);
        pair.Add(limit.Aspect, action, oldLocation.LocationOf(limit.Keyword), newLocation.LocationOf(limit.Keyword), Shown(old), Shown(current), traits);
    }

    // A larger factor of the same kind allows fewer values: each multiple of 10 is one of 5.
    private static void CompareMultiples(PairComparison pair)
    {
        var limit = new Limit("multipleOf", Aspects.MultipleOf, IsUpper: false);
        var (old, current) = (Strictest(pair.Old, limit), Strictest(pair.Current, limit));
        if (old?.Value == current?.Value || IsExplained(pair, old, current))
            return;
        var action = (old, current) switch
        {
            (null, _) => ChangeAction.Added,
            (_, null) => ChangeAction.Removed,
            _ when IsMultiple(old.Value.Value, current.Value.Value) => ChangeAction.Widened,
            _ when IsMultiple(current.Value.Value, old.Value.Value) => ChangeAction.Narrowed,
            _ => ChangeAction.Changed,
        };
        pair.Add(limit.Aspect, action, limit.Keyword, Shown(old), Shown(current));
    }

    private static bool IsMultiple(decimal value, decimal factor)
    {
        try
        {
            return factor != 0 && value % factor == 0;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool IsExplained(PairComparison pair, (decimal Value, int Member)? old, (decimal Value, int Member)? current) =>
        (old is null || pair.IsOldExplained(old.Value.Member)) && (current is null || pair.IsNewExplained(current.Value.Member));

    private static (decimal Value, int Member)? Strictest(SchemaFacts facts, Limit limit)
    {
        (decimal Value, int Member)? strictest = null;
        for (var i = 0; i < facts.Members.Count; i++)
        {
            if (Read(facts.Members[i].Schema, limit.Keyword) is { } value && (strictest is null || (limit.IsUpper ? value < strictest.Value.Value : value > strictest.Value.Value)))
                strictest = (value, i);
        }
        return strictest;
    }

    private static decimal? Read(SchemaNode schema, string keyword) => keyword switch
    {
        "maximum" => IsExclusive(schema, "exclusiveMaximum") ? null : schema.Limit(keyword),
        "minimum" => IsExclusive(schema, "exclusiveMinimum") ? null : schema.Limit(keyword),
        "exclusiveMaximum" => IsExclusive(schema, keyword) ? schema.Limit("maximum") : schema.Limit(keyword),
        "exclusiveMinimum" => IsExclusive(schema, keyword) ? schema.Limit("minimum") : schema.Limit(keyword),
        _ => schema.Limit(keyword),
    };

    private static bool IsExclusive(SchemaNode schema, string keyword) => schema[keyword] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static string? Shown((decimal Value, int Member)? limit) => limit is { } found ? CanonicalValue.Number(found.Value) : null;

    private sealed record Limit(string Keyword, string Aspect, bool IsUpper, decimal? Default = null);
}
