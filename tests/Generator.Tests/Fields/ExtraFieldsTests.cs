using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Fields that a document does not name but gives a type stand in a dictionary of that type.</summary>
public sealed class ExtraFieldsTests
{
    [Fact]
    public void Fields_beyond_the_named_ones_are_typed()
    {
        Assert.Equal("""2 | {"name":"n","a":1,"b":null} | {"name":"n","c":3}""", Run("""
            var labels = Read<Labels>("{\"a\":1,\"name\":\"n\",\"b\":null}");
            var made = new Labels { Name = "n", AdditionalProperties = { ["c"] = 3, ["name"] = 4 } };
            return $"{labels.AdditionalProperties.Count} | {Json(labels)} | {Sent(made)}";
            """));
    }

    [Fact]
    public void A_field_that_does_not_fit_is_kept_as_it_came_and_reported()
    {
        Assert.Equal("""1 1 {"b":2,"a":"one"} $.a: expected an integer of 64 bits or null, found string "one" """.TrimEnd(), Run("""
            var violations = new List<string>();
            var labels = Read<Labels>("{\"a\":\"one\",\"b\":2}", violations);
            return $"{labels.AdditionalProperties.Count} {labels.AdditionalData.Count} {Json(labels)} {string.Join(";", violations)}";
            """));
    }

    [Theory]
    [InlineData("""{"a":1,"a":"x"}""", """{"a":"x"}""")]
    [InlineData("""{"a":"x","a":1}""", """{"a":1}""")]
    public void Of_equal_names_the_last_counts(string json, string expected)
    {
        Assert.Equal(expected, Run($"return Again<Labels>(\"{json.Replace("\"", "\\\"")}\");"));
    }

    [Fact]
    public void A_list_of_which_an_item_is_lost_is_kept_whole()
    {
        Assert.Equal("""1 {"a":[1,"x"]}""", Run("""
            var lists = Read<Lists>("{\"a\":[1,\"x\"]}");
            return $"{lists.AdditionalProperties["a"].Count} {Json(lists)}";
            """));
    }

    [Fact]
    public void Through_parts_of_an_allOf_and_beside_a_field_of_that_name()
    {
        Assert.Equal("""x 5 {"additionalProperties":"x","name":"n","more":5}""", Run("""
            var parts = Read<Parts>("{\"additionalProperties\":\"x\",\"more\":5,\"name\":\"n\"}");
            return $"{parts.AdditionalProperties} {parts.AdditionalProperties2["more"]} " + Sorted(Json(parts));

            static string Sorted(string json) => "{" + string.Join(",", JsonDocument.Parse(json).RootElement.EnumerateObject().OrderBy(p => p.Name == "more" ? "z" : p.Name).Select(p => p.ToString())) + "}";
            """));
    }

    [Fact]
    public void Beside_a_pattern_other_fields_may_be_anything_even_when_reading_strictly()
    {
        Assert.Equal("""True 0 {"name":"n","isGood":true,"other":{"a":[]}}""", Run("""
            var violations = new List<string>();
            var flags = Read<Flags>("{\"name\":\"n\",\"isGood\":true,\"other\":{\"a\":[]}}", violations);
            return $"{flags.AdditionalProperties["isGood"]} {violations.Count} {Json(flags)}";
            """));
    }

    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths: {}
        components:
          schemas:
            Labels:
              type: object
              properties: { name: { type: string } }
              additionalProperties: { type: [integer, 'null'] }
            Lists:
              type: object
              properties: { name: { type: string } }
              additionalProperties: { type: array, items: { type: integer } }
            Parts:
              allOf:
                - $ref: '#/components/schemas/Labels'
                - type: object
                  properties: { additionalProperties: { type: string } }
            Flags:
              type: object
              properties: { name: { type: string } }
              patternProperties: { ^is: { type: boolean } }
        """;

    private static string Run(string lines) => SdkRun.Of(Pets, lines);
}
