using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>What the examples of public documents taught, in a few lines each; and that the check itself can fail.</summary>
public class RoundTripScenarioTests
{
    private const string Pet =
        """
        openapi: 3.0.3
        info: {title: Pets, version: '1'}
        paths:
          /pets:
            get:
              responses:
                '200':
                  description: Pets.
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                      examples:
                        one: {$ref: '#/components/examples/OnePet'}
        components:
          examples:
            OnePet:
              value: [{id: 9007199254740993, name: Rex, unknown: {deep: [1.10, null]}}]
          schemas:
            Pet:
              type: object
              required: [id, name]
              properties:
                id: {type: integer, format: int64}
                name: {type: string}
                born: {type: string, format: date-time, example: EXAMPLE}
                owner:
                  type: object
                  properties:
                    since: {type: string, format: date, example: '2024-02-29'}
        """;

    [Fact]
    public void Examples_are_tried_wherever_they_stand()
    {
        var report = Try(Pet.Replace("EXAMPLE", "'2024-02-29T10:00:00Z'"));

        Assert.Equal((3, 0, 0), (report.Tried, report.Differing, report.Violating));
    }

    [Fact]
    public void A_date_time_in_another_spelling_keeps_it()
    {
        var report = Try(Pet.Replace("EXAMPLE", "'2024-02-29t10:00:00.500+00:00'"));

        Assert.Equal((0, 0, 0), (report.Differing, report.Respelled, report.Violating));
    }

    [Fact]
    public void An_example_that_contradicts_its_schema_is_reported_and_explained()
    {
        var report = Try(Pet.Replace("EXAMPLE", "'2024-02-29 10:00'"));

        Assert.Empty(report.Differences);
        Assert.Equal("$.born: the string '2024-02-29 10:00' is no date-time", Assert.Single(report.Violations).Reason);
    }

    [Fact]
    public void A_required_field_that_is_missing_is_reported_and_stays_missing()
    {
        var report = Try(Pet.Replace("EXAMPLE", "'2024-02-29T10:00:00Z'").Replace("name: Rex, ", ""));

        Assert.Empty(report.Differences);
        Assert.Equal("$[0].name: missing", Assert.Single(report.Violations).Reason);
    }

    [Fact]
    public void A_date_time_finer_than_a_value_goes_out_as_it_came()
    {
        var report = Try(Pet.Replace("EXAMPLE", "'2024-02-29T10:00:00.123456789Z'"));

        Assert.Empty(report.Differences);
        Assert.Empty(report.Violations);
    }

    [Fact]
    public void A_change_without_a_reason_is_not_explained()
    {
        using var sdk = new CompiledSdk("pets.yaml", Pet.Replace("EXAMPLE", "'2024-02-29T10:00:00Z'"), TestContext.Current.CancellationToken);
        var text = SpecNodes.Text(sdk.Spec.Root.Span, "2024-02-29 10:00:00Z");

        // Held against another schema, which allows it, nothing explains what the model reports.
        var finding = Assert.Single(RoundTripper.Try(sdk, [new("/here", "/components/schemas/Pet/properties/born", text)]).Violations);
        Assert.NotNull(finding.Reason);
        Assert.Single((RoundTripReport.Empty with { Differences = [finding with { Reason = null }] }).Unexplained);
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1.10", "11e-1", true)]
    [InlineData("-0", "0.0", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("100", "1E2", true)]
    [InlineData("0.1", "0.10000000000000001", false)]
    public void Numbers_are_compared_with_all_their_digits(string a, string b, bool areEqual) => Assert.Equal(areEqual, JsonNumbers.AreEqual(a, b));

    [Theory]
    [InlineData("\"007\"", "\"7\"", true)]
    [InlineData("\"1\"", "\"2\"", false)]
    [InlineData("\"5\"", "5", true)]
    [InlineData("\"5\"", "6", false)]
    [InlineData("5", "\"5\"", false)]
    [InlineData("\"2024-02-29T10:00:00.50z\"", "\"2024-02-29T10:00:00.5Z\"", true)]
    [InlineData("\"2024-02-29T10:00:00Z\"", "\"2024-02-29T11:00:00+01:00\"", false)]
    [InlineData("\"a\"", "\"A\"", false)]
    public void A_spelling_is_told_from_another_value(string was, string @is, bool isOneValue) => Assert.Equal(isOneValue, Spelling.IsOneValue(was, @is));

    private static RoundTripReport Try(string document)
    {
        using var sdk = new CompiledSdk("pets.yaml", document, TestContext.Current.CancellationToken);
        Assert.Null(sdk.Error);
        Assert.Equal("", sdk.CompilerMessages);
        return RoundTripper.Try(sdk, ExampleFinder.In(sdk.Spec.Root));
    }
}
