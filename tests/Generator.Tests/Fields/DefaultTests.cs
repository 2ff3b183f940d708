using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>A default is what a property gives until it is set, and is never sent by itself.</summary>
public sealed class DefaultTests
{
    [Fact]
    public void A_property_gives_its_default_until_it_is_set()
    {
        Assert.Equal("20 asc 1.5 3.25 True a\"b -9223372036854775808 7 {\"required\":7}", Run("""
            var page = new Page();
            int limit = page.Limit;
            Order sort = page.Sort;
            return FormattableString.Invariant($"{limit} {sort} {page.Factor} {page.Price} {page.Deep} {page.Text} {page.Least} {page.Required} {Sent(page)}");
            """));
    }

    [Fact]
    public void A_default_is_sent_when_it_was_set_or_read_and_not_otherwise()
    {
        Assert.Equal("""{"limit":20,"required":7}|{"required":1}|{"limit":20,"sort":"desc","required":1}""", Run("""
            return Sent(new Page { Limit = 20 }) + "|" + Again<Page>("{\"required\":1}") + "|" + Again<Page>("{\"limit\":20,\"sort\":\"desc\",\"required\":1}");
            """));
    }

    [Fact]
    public void A_set_default_can_be_taken_back()
    {
        Assert.Equal("True False 20 {\"required\":7}", Run("""
            var page = new Page { Limit = 5 };
            var before = page.IsSet(p => p.Limit);
            page.Unset(p => p.Limit);
            return $"{before} {page.IsSet(p => p.Limit)} {page.Limit} {Sent(page)}";
            """));
    }

    [Fact]
    public void Null_for_a_field_with_a_default_is_reported_and_gives_the_default()
    {
        Assert.Equal("20 1", Run("""
            var violations = new List<string>();
            return $"{Read<Page>("{\"limit\":null,\"required\":1}", violations).Limit} {violations.Count}";
            """));
    }

    [Theory]
    [InlineData("{ type: integer, default: young }")]
    [InlineData("{ type: integer, format: int32, default: 3000000000 }")]
    [InlineData("{ type: integer, default: 1.5 }")]
    [InlineData("{ type: string, enum: [a], default: 1 }")]
    [InlineData("{ type: boolean, default: 'true' }")]
    [InlineData("{ type: number, default: 1e999 }")]
    [InlineData("{ type: string, enum: [a, b], default: c }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Order' }], default: sideways }")]
    [InlineData("{ type: array, items: { type: string }, default: a }")]
    public void A_default_that_does_not_fit_is_told_of_and_left_out(string schema)
    {
        var driver = SdkDriver.Run("spec.yaml", Head + $"    X: {{ type: object, properties: {{ a: {schema} }} }}\n" + Order, "Probe");

        var diagnostic = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal("KILN0120", diagnostic.Id);
        Assert.Equal(5, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(SdkCompilation.Compile(driver, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{ type: string, default: null }")]
    [InlineData("{ type: array, items: { type: string }, default: [] }")]
    [InlineData("{ type: object, default: {} }")]
    [InlineData("{ type: string, format: date-time, default: '2020-01-01T00:00:00Z' }")]
    [InlineData("{ default: 5 }")]
    [InlineData("{ type: number, default: 1E400, nullable: true, x-y: 1, enum: [1E400] }")]
    [InlineData("{ type: integer, default: 1e2 }")]
    public void Other_defaults_are_documentation_only_or_fit(string schema)
    {
        var driver = SdkDriver.Run("spec.yaml", Head + $"    X: {{ type: object, properties: {{ a: {schema} }} }}\n", "Probe");

        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Id == "KILN0120");
        Assert.Empty(SdkCompilation.Compile(driver, TestContext.Current.CancellationToken));
    }

    private const string Head = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    private const string Order = "    Order: { type: string, enum: [asc, desc] }\n";

    private const string Pages = Head + Order + """
            Page:
              type: object
              required: [required]
              properties:
                limit: { type: integer, format: int32, default: 20 }
                sort: { default: asc, allOf: [{ $ref: '#/components/schemas/Order' }] }
                factor: { type: number, default: 1.5 }
                price: { type: number, format: decimal, default: 3.25 }
                deep: { type: boolean, default: true }
                text: { type: string, default: 'a"b' }
                least: { type: integer, default: -9223372036854775808 }
                required: { type: integer, default: 7 }
        """;

    private static string Run(string lines) => SdkRun.Of(Pages, lines);
}
