using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Schemas that would take very long, or never end, where each was compared with each other.</summary>
public sealed class HostileSchemaTests
{
    [Fact]
    public void Unions_of_a_thousand_alternatives()
    {
        const int Count = 1000;
        var old = Union(Enumerable.Range(0, Count));
        var current = Union(Enumerable.Range(500, Count).Reverse());

        var differences = SchemaDiff.Of(old, current, Direction.Response);

        Assert.Equal(1000, differences.Count);
        Assert.All(differences, d => Assert.Equal("one-of", d.Aspect));

        static string Union(IEnumerable<int> numbers) => SchemaDiff.Document(
            "{oneOf: [" + string.Join(", ", numbers.Select(i => $"{{type: object, properties: {{p{i}: {{type: string}}, q{i}: {{type: string}}}}}}")) + "]}");
    }

    [Fact]
    public void A_chain_of_subschemas()
    {
        const int Count = 60;
        var old = Chain("{type: string}");
        var current = Chain("{type: integer}");

        Assert.Equal(["type Changed S0.p: string -> integer (optional)"], SchemaDiff.Of(old, current, Direction.Response).Select(SchemaDiff.Line));

        static string Chain(string schema) => SchemaDiff.Document(
            $"S0: {{properties: {{p: {schema}}}}}; " + string.Concat(Enumerable.Range(1, Count).Select(i => $"S{i}: {{allOf: [{{$ref: S{i - 1}}}], properties: {{p{i}: {{}}}}}}; ")) + $"{{$ref: S{Count}}}");
    }

    [Fact]
    public void Properties_whose_declarations_combine_in_more_and_more_ways()
    {
        // Two schemas apply to each property "p", so that up to four apply to "p.p", and so on: nearly each path has a set of schemas of its own.
        const int Count = 24;
        var text = SchemaDiff.Document(
            string.Concat(Enumerable.Range(0, Count).Select(i => $"S{i}: {{properties: {{p: {{allOf: [{{$ref: S{(i * 5 + 3) % Count}}}, {{$ref: S{(i * 7 + 2) % Count}}}]}}, r: {{$ref: S{(i + 1) % Count}}}, q{i}: {{type: string}}}}}}; "))
            + "{type: object, properties: {a: {$ref: S0}, b: {$ref: S1}}}");

        Assert.Empty(SchemaDiff.Of(text, text, Direction.Response));
        Assert.NotEmpty(SchemaDiff.Of(text, text.Replace("q3: {type: string}", "q3: {type: integer}", StringComparison.Ordinal), Direction.Response));
    }

    [Fact]
    public void Schemas_that_contain_each_other()
    {
        const string Old = "A: {type: object, properties: {b: {$ref: B}, list: {type: array, items: {$ref: A}}}}; B: {oneOf: [{$ref: A}, {type: array, items: {$ref: B}}]}; {$ref: A}";

        Assert.Equal(
            ["max-items Added B/oneOf[1]: + 3 (set)"],
            SchemaDiff.Of(SchemaDiff.Document(Old), SchemaDiff.Document(Old.Replace("type: array, items: {$ref: B}", "type: array, maxItems: 3, items: {$ref: B}", StringComparison.Ordinal)), Direction.Response).Select(SchemaDiff.Line));
    }
}
