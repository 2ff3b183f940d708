using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Operations are matched by method and path, by their ids, or by what they say.</summary>
public sealed class OperationTests
{
    private const string Get = "get: { responses: { '200': { description: d, content: { application/json: { schema: { type: string } } } } } }";
    private const string Delete = "delete: { responses: { '204': { description: d } } }";

    [Fact]
    public void An_operation_is_added_and_removed()
    {
        Assert.Equal(["operation removed DELETE /pets: DELETE /pets -> nothing"], PathLines($"{{ /pets: {{ {Get}, {Delete} }} }}", $"{{ /pets: {{ {Get} }} }}"));
        Assert.Equal(["operation added DELETE /pets: nothing -> DELETE /pets"], PathLines($"{{ /pets: {{ {Get} }} }}", $"{{ /pets: {{ {Get}, {Delete} }} }}"));
    }

    [Fact]
    public void A_path_is_removed_with_each_of_its_operations() => Assert.Equal(
        ["operation removed GET /pets: GET /pets -> nothing [whole-path]", "operation added DELETE /owners: nothing -> DELETE /owners [whole-path]"],
        PathLines($"{{ /pets: {{ {Get} }} }}", $"{{ /owners: {{ {Delete} }} }}"));

    [Fact]
    public void A_parameter_in_the_path_is_renamed()
    {
        const string Parameter = "parameters: [{ name: NAME, in: path, required: true, schema: { type: string } }]";
        var old = $"{{ '/pets/{{id}}': {{ {Parameter.Replace("NAME", "id")}, {Get} }} }}";
        var current = $"{{ '/pets/{{petId}}': {{ {Parameter.Replace("NAME", "petId")}, {Get} }} }}";

        Assert.Equal(["request parameter renamed /pets/{petId} path petId: id -> petId [required in-path path-level]"], PathLines(old, current));
    }

    [Fact]
    public void An_operation_with_the_same_id_is_moved()
    {
        var withId = Get.Replace("get: {", "get: { operationId: listPets,", StringComparison.Ordinal);

        Assert.Equal(
            ["operation renamed GET /animals: GET /pets -> GET /animals [whole-path]"],
            PathLines($"{{ /pets: {{ {withId} }} }}", $"{{ /animals: {{ {withId} }} }}"));
        Assert.Equal(
            ["operation renamed POST /pets: GET /pets -> POST /pets"],
            PathLines($"{{ /pets: {{ {withId} }} }}", $"{{ /pets: {{ {withId.Replace("get:", "post:", StringComparison.Ordinal)} }} }}"));
    }

    [Fact]
    public void An_operation_with_the_same_content_is_moved_if_its_path_is_similar()
    {
        Assert.Equal(
            ["operation renamed GET /v2/pets: GET /v1/pets -> GET /v2/pets [whole-path]"],
            PathLines($"{{ /v1/pets: {{ {Get} }} }}", $"{{ /v2/pets: {{ {Get} }} }}"));
        Assert.Equal(
            ["operation removed GET /v1/pets: GET /v1/pets -> nothing [whole-path]", "operation added GET /v2/owners: nothing -> GET /v2/owners [whole-path]"],
            PathLines($"{{ /v1/pets: {{ {Get} }} }}", $"{{ /v2/owners: {{ {Get} }} }}"));
    }

    [Fact]
    public void An_operation_is_moved_to_another_version_of_the_API_whatever_changes_in_it()
    {
        const string Other = "get: { parameters: [{ name: a, in: query, required: true, schema: { type: string } }], responses: { '200': { description: d } } }";

        Assert.Equal("operation renamed GET /api/v3/pets/{petId}: GET /api/v2.1/pets/{id} -> GET /api/v3/pets/{petId} [whole-path]", PathLines($"{{ '/api/v2.1/pets/{{id}}': {{ {Get} }} }}", $"{{ '/api/v3/pets/{{petId}}': {{ {Other} }} }}")[0]);
        Assert.Equal("operation removed GET /views/pets: GET /views/pets -> nothing [whole-path]", PathLines($"{{ /views/pets: {{ {Get} }} }}", $"{{ /v2/pets: {{ {Other} }} }}")[0]);
    }

    [Fact]
    public void What_may_be_one_of_two_is_not_moved() => Assert.Equal(
        3, PathLines($"{{ /v1/pets: {{ {Get} }} }}", $"{{ /v2/pets: {{ {Get} }}, /v3/pets: {{ {Get} }} }}").Length);

    [Fact]
    public void Two_moved_operations_are_told_by_their_ids()
    {
        const string Two = "{{ /a: {{ get: {{ operationId: {0}, responses: {{ '204': {{ description: d }} }} }} }}, /b: {{ get: {{ operationId: {1}, responses: {{ '204': {{ description: d }} }} }} }} }}";

        // The paths are still there, so clients go on calling them; what the ids are is another matter.
        Assert.Equal(
            ["operation-id renamed GET /a: one -> two", "operation-id renamed GET /b: two -> one"],
            PathLines(string.Format(null, Two, "one", "two"), string.Format(null, Two, "two", "one")));
    }

    [Theory]
    [InlineData("operationId: a", "operationId: b", "operation-id renamed POST /pets: a -> b")]
    [InlineData("operationId: a", "tags: []", "operation-id removed POST /pets: a -> nothing")]
    [InlineData("tags: []", "operationId: a", "operation-id added POST /pets: nothing -> a")]
    [InlineData("tags: [x, y]", "tags: [y, x]")]
    [InlineData("tags: [x, y]", "tags: [y, z]", "tag removed POST /pets: x -> nothing", "tag added POST /pets: nothing -> z")]
    [InlineData("summary: s", "summary: t", "summary changed POST /pets: s -> t")]
    [InlineData("tags: []", "description: d", "description added POST /pets: nothing -> d")]
    [InlineData("description: 'a b'", "description: \"a\\n b\"")]
    public void Its_names_and_texts_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, OperationLines(old, current));

    [Fact]
    public void Each_side_has_its_own_position()
    {
        var difference = Assert.Single(Differences(
            Source("openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths:\n  /pets:\n    get:\n      operationId: a\n      responses: { '204': { description: d } }\n"),
            Source("openapi: 3.1.0\ninfo: { title: t, version: '1' }\n\npaths:\n  /pets:\n    get:\n      operationId: b\n      responses: { '204': { description: d } }\n", "b.yaml")));

        Assert.Equal(("a.yaml", 6, 20), (difference.Old!.File, difference.Old.Line, difference.Old.Column));
        Assert.Equal(("b.yaml", 7, 20), (difference.New!.File, difference.New.Line, difference.New.Column));
        Assert.Equal("/paths/~1pets/get", difference.OldPointer);
        Assert.Equal(["GET /pets"], difference.Operations);
    }
}
