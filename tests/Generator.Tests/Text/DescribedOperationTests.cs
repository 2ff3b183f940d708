using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Text;

/// <summary>What the doc comments of operations and properties say beside descriptions: responses, short examples, limits.</summary>
public sealed class DescribedOperationTests
{
    [Theory]
    [InlineData("description: The pet", "200: The pet.")]
    [InlineData("description: 'Is it here?'", "200: Is it here?")]
    [InlineData("description: OK", "")]
    [InlineData("description: Successful operation", "")]
    public void What_returns_says_is_the_description_of_a_success_unless_that_is_trivial(string description, string returns) =>
        Assert.Equal(returns.Length == 0 ? [] : [returns], Elements(Operation($"'200': {{ {description}, content: {{ application/json: {{ schema: {{ type: integer }} }} }} }}"), "returns"));

    [Fact]
    public void An_example_is_shown_as_it_is_if_it_is_short()
    {
        var text = Operation("'200': { description: d, content: { application/json: { schema: { type: object }, example: { a: '</code> ```', b: [1, 2], c: { d: null } } } } }");

        Assert.Contains("""
                /// <example>
                /// A response body:
                /// <code>
                /// {
                ///   "a": "&lt;/code&gt; ```",
                ///   "b": [1,2],
                ///   "c": {"d":null}
                /// }
                /// </code>
                /// </example>
            """, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")]
    [InlineData("example: { a: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }")]
    [InlineData("example: null")]
    public void A_long_example_is_left_out(string example) =>
        Assert.DoesNotContain("<example>", Operation($"'200': {{ description: d, content: {{ application/json: {{ schema: {{ }}, {example} }} }} }}"), StringComparison.Ordinal);

    [Fact]
    public void A_property_of_a_type_in_several_places_has_the_limits_of_all_of_them()
    {
        var files = Files("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { size: { type: object, properties: { width: { type: integer, minimum: 1, maximum: 5 } } } } }
                B: { type: object, properties: { size: { type: object, properties: { width: { type: integer, minimum: 1, maximum: 9 } } } } }
            """);

        Assert.Contains("/// <summary><c>width</c>. Minimum: <c>1</c>.</summary>", files["Models.Size.g.cs"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Elements(string text, string element) => text.Split('\n')
        .Select(l => l.Trim())
        .Where(l => l.StartsWith($"/// <{element}>", StringComparison.Ordinal))
        .Select(l => l[$"/// <{element}>".Length..^$"</{element}>".Length]);

    private static string Operation(string responses) => Files($"""
        openapi: 3.1.0
        info: {"{"} title: T, version: '1' {"}"}
        paths:
          /a:
            get:
              responses:
                {responses}
        """)["A.ARequestBuilder.g.cs"];

    private static Dictionary<string, string> Files(string spec) =>
        SdkDriver.Run("spec.yaml", spec, "Sdk").GetRunResult().GeneratedTrees.ToDictionary(t => Path.GetFileName(t.FilePath), t => t.ToString().ReplaceLineEndings("\n"), StringComparer.Ordinal);
}
