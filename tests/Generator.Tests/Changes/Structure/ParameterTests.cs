using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Parameters are matched by their location and name.</summary>
public sealed class ParameterTests
{
    private const string Text = "schema: { type: string }";
    private const string List = "schema: { type: array, items: { type: string } }";

    [Theory]
    [InlineData("", $"{{ name: a, in: query, {Text} }}", "request parameter added POST /pets query a: nothing -> a [optional in-query]")]
    [InlineData("", $"{{ name: a, in: query, required: true, {Text} }}", "request parameter added POST /pets query a: nothing -> a [required in-query]")]
    [InlineData("", $"{{ name: a, in: query, schema: {{ type: string, default: x }} }}", "request parameter added POST /pets query a: nothing -> a [optional in-query has-default]")]
    [InlineData($"{{ name: X-A, in: header, {Text} }}", "", "request parameter removed POST /pets header X-A: X-A -> nothing [optional in-header]")]
    [InlineData($"{{ name: a, in: cookie, {Text} }}", "", "request parameter removed POST /pets cookie a: a -> nothing [optional in-cookie]")]
    [InlineData($"{{ name: X-A, in: header, {Text} }}", $"{{ name: x-a, in: header, {Text} }}")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: query, required: true, {Text} }}", "request required added POST /pets query a [required in-query]")]
    [InlineData($"{{ name: a, in: query, required: true, {Text} }}", $"{{ name: a, in: query, {Text} }}", "request required removed POST /pets query a [optional in-query]")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: header, {Text} }}", "request parameter-location changed POST /pets header a: query -> header [optional in-header]")]
    [InlineData($"{{ name: pageSize, in: query, {Text} }}", $"{{ name: page_size, in: query, {Text} }}", "request parameter renamed POST /pets query page_size: pageSize -> page_size [optional in-query]")]
    [InlineData(
        $"{{ name: cursor, in: query, description: d, {Text} }}", $"{{ name: pageCursor, in: query, description: d, {Text} }}",
        "request parameter renamed POST /pets query pageCursor: cursor -> pageCursor [optional in-query]")]
    [InlineData(
        $"{{ name: owner, in: query, description: d, {Text} }}", $"{{ name: ownerName, in: query, description: e, {Text} }}",
        "request parameter removed POST /pets query owner: owner -> nothing [optional in-query]", "request parameter added POST /pets query ownerName: nothing -> ownerName [optional in-query]")]
    [InlineData(
        $"{{ name: owner, in: query, {Text} }}", $"{{ name: color, in: query, {Text} }}",
        "request parameter removed POST /pets query owner: owner -> nothing [optional in-query]", "request parameter added POST /pets query color: nothing -> color [optional in-query]")]
    [InlineData($"{{ name: a, in: query, {List} }}", $"{{ name: a, in: query, explode: false, {List} }}", "request parameter-style changed POST /pets query a: form, exploded -> form")]
    [InlineData($"{{ name: a, in: query, {List} }}", $"{{ name: a, in: query, style: form, explode: true, {List} }}")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: query, explode: false, {Text} }}")]
    [InlineData($"{{ name: a, in: query, {List} }}", $"{{ name: a, in: query, style: pipeDelimited, explode: false, {List} }}", "request parameter-style changed POST /pets query a: form, exploded -> pipeDelimited")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: query, allowReserved: true, {Text} }}", "request allow-reserved added POST /pets query a")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: query, allowEmptyValue: true, {Text} }}", "request allow-empty-value added POST /pets query a")]
    [InlineData($"{{ name: a, in: query, {Text} }}", $"{{ name: a, in: query, description: d, {Text} }}", "request description added POST /pets query a: nothing -> d")]
    [InlineData($"{{ name: a, in: query, {Text} }}, {{ name: b, in: query, {Text} }}", $"{{ name: b, in: query, {Text} }}, {{ name: a, in: query, {Text} }}")]
    public void Parameters_are_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, OperationLines($"parameters: [{old}]", $"parameters: [{current}]"));

    [Fact]
    public void A_parameter_of_a_path_is_one_for_all_its_operations()
    {
        const string Both = "get: { responses: { '204': { description: d } } }, post: { responses: { '204': { description: d } } }";
        const string Parameter = $"parameters: [{{ name: a, in: query, {Text} }}]";

        var difference = Assert.Single(Differences(Source(Document($"/pets: {{ {Both} }}")), Source(Document($"/pets: {{ {Parameter}, {Both} }}"))));

        Assert.Equal("request parameter added /pets query a: nothing -> a [optional in-query path-level]", Line(difference));
        Assert.Equal(["GET /pets", "POST /pets"], difference.Operations);
    }

    [Fact]
    public void A_shared_parameter_is_one_for_all_operations_that_have_it()
    {
        const string Use = "parameters: [{ $ref: '#/components/parameters/Limit' }], responses: { '204': { description: d } }";
        static string Shared(string required) => Document($"/a: {{ get: {{ {Use} }} }}, /b: {{ get: {{ {Use} }} }}") + $"components: {{ parameters: {{ Limit: {{ name: limit, in: query, {required}, {Text} }} }} }}\n";

        var difference = Assert.Single(Differences(Source(Shared("required: false")), Source(Shared("required: true"))));

        Assert.Equal("request required added parameters/Limit [required in-query]", Line(difference));
        Assert.Equal(["GET /a", "GET /b"], difference.Operations);
        Assert.Equal("/components/parameters/Limit", difference.NewPointer);
    }

    [Fact]
    public void A_shared_parameter_that_one_operation_loses_is_removed_from_that_operation()
    {
        const string Use = "parameters: [{ $ref: '#/components/parameters/Limit' }], responses: { '204': { description: d } }";
        const string None = "responses: { '204': { description: d } }";
        const string Components = $"components: {{ parameters: {{ Limit: {{ name: limit, in: query, {Text} }} }} }}\n";

        Assert.Equal(
            ["request parameter removed GET /b query limit: limit -> nothing [optional in-query]"],
            Lines(Document($"/a: {{ get: {{ {Use} }} }}, /b: {{ get: {{ {Use} }} }}") + Components, Document($"/a: {{ get: {{ {Use} }} }}, /b: {{ get: {{ {None} }} }}") + Components));
    }

    [Fact]
    public void An_operation_replaces_a_parameter_of_its_path()
    {
        const string OfPath = $"parameters: [{{ name: a, in: query, {Text} }}]";
        var own = $"/pets: {{ {OfPath}, get: {{ parameters: [{{ name: a, in: query, required: true, {Text} }}], responses: {{ '204': {{ description: d }} }} }} }}";
        var none = $"/pets: {{ {OfPath}, get: {{ responses: {{ '204': {{ description: d }} }} }} }}";

        Assert.Equal(["request required removed GET /pets query a [optional in-query path-level]"], Lines(Document(own), Document(none)));
    }

    private static string Document(string paths) => $"openapi: 3.1.0\ninfo: {{ title: t, version: '1' }}\npaths: {{ {paths} }}\n";
}
