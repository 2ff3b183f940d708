using CsCheck;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Input;

/// <summary>Documents of which only some operations are wanted.</summary>
public sealed class FilterTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        tags: [{name: pets}, {name: toys}, {name: other}]
        security: [{key: []}]
        paths:
          /pets:
            parameters: [{$ref: '#/components/parameters/limit'}]
            get: {tags: [pets], operationId: listPets, responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
            post: {tags: [pets, write], operationId: addPet, responses: {'204': {description: x}}}
          /pets/{id}:
            get: {tags: [pets], operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: x, content: {application/json: {schema: {type: object, properties: {inner: {type: string}}}}}}}}
          /toys:
            get: {tags: [toys], operationId: listToys, responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Toy'}}}}}}
          /broken:
            get: {operationId: listToys2, responses: {'200': {$ref: '#/components/responses/Broken'}}}
        components:
          parameters:
            limit: {name: limit, in: query, schema: {$ref: '#/components/schemas/Limit'}}
          responses:
            Broken: {description: x, content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Pet'}]}}}}
          schemas:
            Pet: {type: object, discriminator: {propertyName: kind, mapping: {dog: Dog}}, properties: {kind: {type: string}}}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bone: {$ref: '#/components/schemas/Bone'}}}]}
            Bone: {type: object}
            Toy: {type: object, properties: {part: {$ref: '#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/properties/inner'}}}
            Limit: {type: integer}
            Unused: {type: object}
          securitySchemes:
            key: {type: apiKey, in: header, name: k}
            other: {type: apiKey, in: header, name: o}
        """;

    [Theory]
    [InlineData("paths=/pets", "/pets")]
    [InlineData("paths=/pets/*", "/pets/{id}")]
    [InlineData("paths=/pets/**", "/pets,/pets/{id}")]
    [InlineData("paths=/*", "/pets,/toys,/broken")]
    [InlineData("paths=/pets;/toys", "/pets,/toys")]
    [InlineData("tags=toys", "/toys")]
    [InlineData("tags=writ*", "/pets")]
    [InlineData("operations=list*", "/pets,/toys,/broken")]
    [InlineData("operations=listToy?", "/toys")]
    public void Includes(string list, string expected) => Assert.Equal(expected, Paths(Filter(list, Sources.Include)));

    [Theory]
    [InlineData("paths=/pets/**", "/toys,/broken")]
    [InlineData("tags=pets", "/toys,/broken")]
    [InlineData("operations=*Pet;*Pets", "/toys,/broken")]
    public void Excludes(string list, string expected) => Assert.Equal(expected, Paths(Filter(list, Sources.Exclude)));

    [Fact]
    public void Each_kind_of_include_must_name_an_operation_and_no_exclude_may()
    {
        var filter = new SpecFilter(new(["/pets/**"], ["pets"], []), new([], ["write"], []));

        var read = Sources.Read([("a.yaml", Spec)], filter: filter);

        Assert.Equal("/pets,/pets/{id}", string.Join(",", Sources.Names(read, "/paths")));
        Assert.Equal(["parameters", "get"], Sources.Names(read, "/paths/~1pets"));
    }

    [Fact]
    public void What_is_not_reached_goes()
    {
        var read = Sources.Read([("a.yaml", Spec)], filter: Sources.Include(paths: "/pets"));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(["Pet", "Cat", "Dog", "Bone", "Limit"], Sources.Names(read, "/components/schemas"));
        Assert.Equal(["limit"], Sources.Names(read, "/components/parameters"));
        Assert.Empty(Sources.Names(read, "/components/responses"));
        Assert.Equal(["key"], Sources.Names(read, "/components/securitySchemes"));
        Assert.Equal("pets", JsonPointer.Find(read.Value!.Root, "/tags/0/name").AsText());
        Assert.Null(JsonPointer.Find(read.Value.Root, "/tags/1"));
    }

    [Fact]
    public void Without_a_filter_everything_stays() => Assert.Contains("Unused", Sources.Names(Sources.Read([("a.yaml", Spec)]), "/components/schemas"));

    [Fact]
    public void What_stands_in_an_operation_that_goes_is_kept_where_it_is_referred_to()
    {
        var read = Sources.Read([("a.yaml", Spec)], filter: Sources.Include(tags: "toys"));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(2, Sources.Names(read, "/components/schemas").Count());
    }

    [Fact]
    public void Errors_of_what_goes_do_no_harm()
    {
        var broken = Spec.Replace("allOf: [{$ref: '#/components/schemas/Pet'}]}}}}", "$ref: '#/nowhere'}}}}", StringComparison.Ordinal);

        Assert.True(Sources.Read([("a.yaml", broken)]).HasErrors);
        Assert.Empty(Sources.Told([("a.yaml", broken)], filter: Sources.Exclude(paths: "/broken")));
    }

    [Theory]
    [InlineData("paths=/nothing;/pets", "a.yaml(1,1) KILN0056")]
    [InlineData("tags=Pets;pets", "a.yaml(1,1) KILN0056")]
    public void A_pattern_that_names_nothing_is_told(string list, string expected) => Assert.Equal([expected], Sources.Told([("a.yaml", Spec)], filter: Filter(list, Sources.Include)));

    [Fact]
    public void A_document_of_which_nothing_is_left_is_an_error() => Assert.Equal(["a.yaml(1,1) KILN0057"], Sources.Told([("a.yaml", Spec)], filter: Sources.Exclude(paths: "/**")));

    [Theory]
    [InlineData("/a/*/c", "/a/b/c", true)]
    [InlineData("/a/*/c", "/a/b/b/c", false)]
    [InlineData("/a/**/c", "/a/b/b/c", true)]
    [InlineData("/a/**/c", "/a/c", true)]
    [InlineData("/a/**/c", "/a/bc", false)]
    [InlineData("**/c", "c", true)]
    [InlineData("/a/**", "/a", true)]
    [InlineData("/a/**", "/ab", false)]
    [InlineData("**", "/a", true)]
    [InlineData("/a*", "/abc", true)]
    [InlineData("/a*", "/abc/d", false)]
    [InlineData("/?", "/a", true)]
    [InlineData("/?", "//", false)]
    [InlineData("/A", "/a", false)]
    [InlineData("/{id}.(x)", "/{id}.(x)", true)]
    public void A_glob_over_paths_keeps_within_a_segment(string pattern, string path, bool expected) => Assert.Equal(expected, Glob.ForPaths(pattern).Matches(path));

    [Fact]
    public void A_glob_is_what_it_says() => Gen.Select(Gen.OneOf("*", "**", "?", "/", "a", "b").Array[0, 8], Gen.OneOf("/", "a", "b").Array[0, 8]).Sample((pattern, text) =>
    {
        var glob = string.Concat(pattern);
        // Three stars are two and one more: not what is asked about here.
        if (glob.Contains("***", StringComparison.Ordinal))
            return;
        var expression = System.Text.RegularExpressions.Regex.Replace(glob, @"(?<=^|/)\*\*/|\*\*|[*?]", m => m.Value switch { "**/" => "(?:.*/)?", "*" => "[^/]*", "?" => "[^/]", _ => ".*" });
        var path = string.Concat(text);
        var expected = System.Text.RegularExpressions.Regex.IsMatch(path, $"^(?:{expression})$")
            || (glob.Length > 3 && glob.EndsWith("/**", StringComparison.Ordinal) && System.Text.RegularExpressions.Regex.IsMatch(path + "/", $"^(?:{expression})$"));
        Assert.Equal(expected, Glob.ForPaths(glob).Matches(path));
    });

    [Fact]
    public void A_glob_of_many_stars_takes_no_time() => Assert.False(Glob.ForNames(string.Concat(Enumerable.Repeat("*a", 200))).Matches(new string('a', 5_000) + "b"));

    private static string Paths(SpecFilter filter) => string.Join(",", Sources.Names(Sources.Read([("a.yaml", Spec)], filter: filter), "/paths"));

    private static SpecFilter Filter(string list, Func<string?, string?, string?, SpecFilter> make) => list.Split('=') switch
    {
        ["paths", var patterns] => make(patterns, null, null),
        ["tags", var patterns] => make(null, patterns, null),
        [_, var patterns] => make(null, null, patterns),
        _ => throw new ArgumentException(list),
    };
}
