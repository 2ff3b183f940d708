using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Wrappers;

/// <summary>What only wraps a schema changes nothing: each type, in each wrapper and each position, becomes the same C#, with the same diagnostics.</summary>
public sealed class WrapperGridTests
{
    [Fact]
    public void A_wrapper_gives_what_it_wraps_in_every_position()
    {
        var grid = new WrapperGrid(TestForm.Spread(GridType.All, sample: 16));
        var driver = SdkDriver.Run("grid.yaml", grid.Document, "Sdk");
        var result = driver.GetRunResult();
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);

        var types = new EmittedTypes(result.GeneratedTrees);
        var told = result.Diagnostics.ToLookup(d => d.Location.GetLineSpan().StartLinePosition.Line, d => d.Id);
        var differences = grid.Cells
            .GroupBy(c => (c.Value.TypeIndex, c.Value.Position))
            .SelectMany(cells => cells.Skip(1).Select(cell => Difference(cells.First(), cell, types, told)))
            .OfType<string>()
            .ToList();

        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("{type: array, items: {type: object}}")]
    [InlineData("{anyOf: [{type: array, items: {type: object}}, {type: 'null'}]}")]
    [InlineData("{allOf: [{$ref: '#/components/schemas/L'}]}")]
    [InlineData("{$ref: '#/components/schemas/L', description: words}")]
    public void A_header_that_has_no_form_names_itself(string schema)
    {
        var driver = SdkDriver.Run("spec.yaml", $$"""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  parameters: [{name: X-Token, in: header, schema: {{schema}} }]
                  responses: {'200': {description: ok} }
            components:
              schemas:
                L: {type: array, items: {type: object} }
            """);

        Assert.StartsWith(
            "spec.yaml(6,20): warning KILN0135: The items of the parameter 'X-Token' are objects",
            Assert.Single(driver.GetRunResult().Diagnostics).ToString(),
            StringComparison.Ordinal);
    }

    private static string? Difference(KeyValuePair<int, GridCell> plain, KeyValuePair<int, GridCell> cell, EmittedTypes types, ILookup<int, string> told)
    {
        var (expected, actual) = (types.Of(plain.Value), types.Of(cell.Value));
        // JSON may be null anyway, and a file never is.
        if (cell.Value.Variant.AllowsNull && cell.Value.ShowsNull && expected is not ("ResponseStream" or "Stream"))
            (expected, actual) = expected.StartsWith("JsonElement", StringComparison.Ordinal) ? ("JsonElement", actual.TrimEnd('?')) : (expected.TrimEnd('?') + "?", actual);
        if (expected != actual)
            return $"{cell.Value}: {actual} instead of {expected}";

        string[] missing = [.. told[plain.Key].Except(told[cell.Key]).Select(id => $"no {id}"), .. told[cell.Key].Except(told[plain.Key])];
        return missing.Length == 0 ? null : $"{cell.Value}: {string.Join(", ", missing)}";
    }
}
