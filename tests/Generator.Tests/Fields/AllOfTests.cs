using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>A field of which several parts of an <c>allOf</c> speak is what all of them say, and long chains of parts take no long time.</summary>
public sealed class AllOfTests
{
    [Theory]
    [InlineData("{ type: number }", "{ type: integer }", "long? A ", false)]
    [InlineData("{ type: integer }", "{ type: number }", "long? A ", false)]
    [InlineData("{ type: string, format: uuid }", "{ type: string }", "Guid? A ", false)]
    [InlineData("{ type: string }", "{ type: string, enum: [x, y] }", "BothA? A ", false)]
    [InlineData("{ type: string, enum: [x, y] }", "{ const: x }", "string? A ", false)]
    [InlineData("{ $ref: '#/components/schemas/Kind' }", "{ type: string, enum: [x, y] }", "BothA? A ", false)]
    [InlineData("{ type: integer }", "{ description: More words. }", "long? A ", false)]
    [InlineData("{ $ref: '#/components/schemas/Base' }", "{ $ref: '#/components/schemas/Derived' }", "Derived? A ", false)]
    [InlineData("{ $ref: '#/components/schemas/Derived' }", "{ $ref: '#/components/schemas/Base' }", "Derived? A ", false)]
    [InlineData("{ type: array, items: { type: number } }", "{ type: array, items: { type: integer } }", "List<long>? A ", false)]
    [InlineData("{ type: string }", "{ type: integer }", "long? A ", true)]
    [InlineData("{ $ref: '#/components/schemas/Base' }", "{ $ref: '#/components/schemas/Other' }", "Other? A ", true)]
    public void The_narrower_of_two_says_what_a_field_is(string earlier, string later, string property, bool conflicts)
    {
        var driver = SdkDriver.Run("spec.yaml", Head + $$"""
                Kind: { type: string, enum: [x, y, z] }
                Base: { type: object, properties: { id: { type: string } } }
                Derived: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { more: { type: string } } }] }
                Other: { type: object, properties: { other: { type: string } } }
                Both: { allOf: [{ type: object, properties: { a: {{earlier}} } }, { type: object, properties: { a: {{later}} } }] }
            """, "Probe");

        Assert.Equal(conflicts ? ["KILN0123"] : [], driver.GetRunResult().Diagnostics.Select(d => d.Id));
        Assert.Empty(SdkCompilation.Compile(driver, TestContext.Current.CancellationToken));
        Assert.Contains("public " + property, driver.GetRunResult().GeneratedTrees.Single(t => t.FilePath.EndsWith("Models.Both.g.cs", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_two_parts_are_one_with_the_fields_of_both()
    {
        Assert.Equal("""{"a":{"x":"1","y":2}}""", SdkRun.Of(Head + """
                Both:
                  allOf:
                    - { type: object, properties: { a: { type: object, properties: { x: { type: string } } } } }
                    - { type: object, properties: { a: { type: object, properties: { y: { type: integer } } } } }
            """, """return Json(new Both { A = new() { X = "1", Y = 2 } });"""));
    }

    [Fact]
    public void A_field_may_be_null_only_if_both_say_so()
    {
        Assert.Equal("""{"b":null}""", SdkRun.Of(Head + """
                Both:
                  allOf:
                    - { type: object, properties: { a: { type: string, nullable: true }, b: { type: string, nullable: true } } }
                    - { type: object, properties: { a: { type: string }, b: { description: x } } }
            """, "return Json(new Both { A = null, B = null });"));
    }

    [Fact]
    public void A_long_chain_of_parts_is_told()
    {
        var schemas = string.Concat(Enumerable.Range(0, 1500).Select(i =>
            $"    S{i}: {{ allOf: [{{ $ref: '#/components/schemas/S{i + 1}' }}], required: [x] }}\n"));

        var driver = SdkDriver.Run("spec.yaml", Head + schemas + "    S1500: { type: object, properties: { x: { type: string } } }\n", "Probe");

        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Contains(driver.GetRunResult().Diagnostics, d => d.Id == "KILN0013");
    }

    [Fact]
    public void A_long_circle_of_required_models_is_cut()
    {
        var schemas = string.Concat(Enumerable.Range(0, 1500).Select(i =>
            $"    S{i}: {{ type: object, required: [next, side], properties: {{ next: {{ $ref: '#/components/schemas/S{(i + 1) % 1500}' }}, side: {{ $ref: '#/components/schemas/Side' }} }} }}\n"));

        var driver = SdkDriver.Run("spec.yaml", Head + schemas + "    Side: { type: object, properties: { x: { type: string } } }\n", "Probe");

        var models = driver.GetRunResult().GeneratedTrees.Where(t => t.FilePath.Contains("Models.S", StringComparison.Ordinal) && !t.FilePath.Contains("Side", StringComparison.Ordinal)).ToList();
        Assert.Equal(1500, models.Count);
        Assert.All(models, m => Assert.Contains("Next { get; set; } = null!;", m.ToString(), StringComparison.Ordinal));
        Assert.All(models, m => Assert.Contains("public required Side Side { get; set; } = new();", m.ToString(), StringComparison.Ordinal));
    }

    private const string Head = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";
}
