using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>
/// Finds which alternatives of a union a value is, or is meant to be: the one that it contradicts least. That a value is several of <c>oneOf</c> is not held against it, since a
/// client reads it as one of them.
/// </summary>
internal static class UnionChoice
{
    private const int OtherType = 1000;
    private const int OtherValue = 100;
    private const int Wrong = 10;
    private const int Unknown = 1;

    // How deep the alternatives of alternatives are looked at.
    private const int Deepest = 4;

    /// <summary>The alternatives; none if the value has a type that no alternative has.</summary>
    public static IReadOnlyList<SchemaNode> Of(IReadOnlyList<SchemaNode> alternatives, bool isAny, JsonElement value, ValidationRun run)
    {
        var scores = new List<(SchemaNode Schema, int Score)>();
        foreach (var alternative in alternatives)
            scores.Add((alternative, Score(run.Facts.Of(alternative), value, run, 0)));
        var best = scores.Min(s => s.Score);
        if (best >= OtherType)
            return [];

        var nearest = scores.Where(s => s.Score == best).Select(s => s.Schema).ToList();
        if (nearest.Count == 1 || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return isAny && best == 0 ? nearest : nearest[..1];

        // What is alike at first sight differs within, if at all.
        var counts = nearest.ConvertAll(alternative => run.Try(alternative, value));
        var fewest = counts.Min();
        var fitting = nearest.Where((_, i) => counts[i] == fewest).ToList();
        return isAny && fewest == 0 ? fitting : fitting[..1];
    }

    /// <summary>How far a value is from a schema, by what can be seen of it without looking into its properties.</summary>
    private static int Score(SchemaFacts facts, JsonElement value, ValidationRun run, int depth)
    {
        var schema = facts.Schema;
        var score = facts.Types.Count > 0 && !facts.Types.Any(type => JsonTypes.Is(value, type)) ? OtherType : 0;
        if (score > 0 || depth >= Deepest)
            return score;
        if (schema.Enum is { } values && !values.Items.Any(v => JsonTypes.AreEqual(value, v)))
            score += OtherValue;
        if (facts.Format is { } format && !FormatChecks.Fits(value, ((JsonElement?)value).Text(), format))
            score += Wrong;
        if (value.ValueKind == JsonValueKind.Object)
            score += ScoreProperties(facts, value, run);
        if (value.ValueKind == JsonValueKind.Array && schema.Items is { } items && value.GetArrayLength() > 0)
            score += HasOtherType(run.Facts.Of(items), value[0]) ? Wrong : 0;

        foreach (var part in schema.AllOf)
            score += Score(run.Facts.Of(part), value, run, depth + 1);
        foreach (var nested in new[] { schema.OneOf, schema.AnyOf }.Where(nested => nested.Count > 0))
            score += nested.Min(alternative => Score(run.Facts.Of(alternative), value, run, depth + 1));
        return score;
    }

    private static int ScoreProperties(SchemaFacts facts, JsonElement value, ValidationRun run)
    {
        var score = facts.Schema.Required.Count(name => !value.TryGetProperty(name, out _)) * Wrong;
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameOrNull() is not { } name)
                continue;
            if (facts.Property(name) is not { } schema)
                score += facts.DeclaresProperties && !facts.AllowsOthers ? Unknown : 0;
            else if (property.Value.ValueKind != JsonValueKind.Null)
                score += ScoreProperty(run.Facts.Of(schema), property.Value);
        }
        return score;
    }

    // A property with one value is what tells objects from each other where there is no discriminator.
    private static int ScoreProperty(SchemaFacts facts, JsonElement value)
    {
        if (facts.Schema.Enum is { } values && !values.Items.Any(v => JsonTypes.AreEqual(value, v)))
            return values.Items.Count == 1 ? OtherValue : Wrong;
        return HasOtherType(facts, value) ? Wrong : 0;
    }

    private static bool HasOtherType(SchemaFacts facts, JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? !facts.AllowsNull : facts.Types.Count > 0 && !facts.Types.Any(type => JsonTypes.Is(value, type));
}
