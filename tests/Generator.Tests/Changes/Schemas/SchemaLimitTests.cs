using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>A comparison that reaches one of its limits says so.</summary>
public sealed class SchemaLimitTests
{
    // The last subschema differs, and is the one that is not compared.
    private const string Members = "A: {allOf: [{properties: {a: {type: string}}}, {properties: {b: {type: string}}}, {properties: {c: {type: string}}}]}; {$ref: A}";

    private const string Pairs = "A: {properties: {a: {type: string}, b: {type: string}, c: {type: string}}}; {$ref: A}";

    // Two subschemas say something of "p", and of "q".
    private const string Combinations = "A: {allOf: [{properties: {p: {type: object}, q: {type: object}}}, {properties: {p: {maxProperties: 9}, q: {maxProperties: 8}}}]}; {$ref: A}";

    [Fact]
    public void Subschemas_of_one_schema() => Assert.Equal(
        ["A: a schema combines more than 3 subschemas"], Reached(Members, new() { Members = 3 }));

    [Fact]
    public void Pairs_of_schemas() => Assert.Equal(
        ["A.c: there are more than 3 pairs of schemas"], Reached(Pairs, new() { Pairs = 3 }));

    [Fact]
    public void Combinations_of_schemas() => Assert.Equal(
        [": there are more than 1 combinations of schemas"], Reached(Combinations, new() { Combinations = 1 }, "maxProperties: 8", "maxProperties: 7"));

    [Fact]
    public void Nothing_is_told_of_a_limit_that_is_just_not_reached() => Assert.Empty(Reached(Members, new() { Members = 4 }));

    private static IEnumerable<string> Reached(string schemas, SchemaLimits limits, string old = "c: {type: string}", string current = "c: {type: integer}")
    {
        var text = SchemaDiff.Document(schemas);
        Assert.DoesNotContain(SchemaDiff.Within(limits, text, text), IsLimit);

        var found = SchemaDiff.Within(limits, text, text.Replace(old, current, StringComparison.Ordinal)).Where(IsLimit).ToList();
        Assert.All(found, d => Assert.True(d is { Old: not null, New: not null }));
        Assert.All(found.Select(ChangeRules.Classify), c => Assert.Equal(("comparison-incomplete", FindingSeverity.Warning), (c.Id, c.Severity)));
        return found.Select(d => $"{d.Subject}: {d.NewValue}");
    }

    private static bool IsLimit(Difference difference) => difference.Aspect == Aspects.ComparisonLimit;
}
