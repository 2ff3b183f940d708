using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Input;

/// <summary><c>$id</c> and <c>$self</c> are the bases of references, and identify the input files and their parts.</summary>
public sealed class BaseUriTests
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

    private const string Nest =
        """
        components:
          schemas:
            Nest:
              $id: https://h.example/dir/nest
              type: object
              properties:
                list: {type: array, items: {$ref: '#/$defs/In'}}
                me: {$ref: '#'}
                anchored: {$ref: '#in'}
                outer: {$ref: '#/components/schemas/Outer'}
                relative: {$ref: 'other'}
                absolute: {$ref: 'https://h.example/dir/other#/$defs/Deep'}
                example: {$ref: '#/$defs/In'}
              $defs: {In: {$anchor: in, type: object, properties: {w: {type: integer}}}}
              example: {$id: 'https://h.example/dir/other', $ref: '#/$defs/In'}
            Outer: {$anchor: in, type: string}
            Other: {$id: 'https://h.example/dir/other', type: boolean, $defs: {Deep: {type: number}}}
            User: {type: object, properties: {n: {$ref: 'https://H.example/dir/nest'}, i: {$ref: 'https://h.example/dir/nest#/$defs/In'}, a: {$ref: 'https://h.example/dir/nest#in'}, o: {$ref: '#in'}}}
        """;

    [Theory]
    [InlineData("Nest/properties/list/items", "Nest/$defs/In")]
    [InlineData("Nest/properties/me", "Nest")]
    [InlineData("Nest/properties/anchored", "Nest/$defs/In")]
    [InlineData("Nest/properties/outer", "Outer")]
    [InlineData("Nest/properties/relative", "Other")]
    [InlineData("Nest/properties/absolute", "Other/$defs/Deep")]
    [InlineData("Nest/properties/example", "Nest/$defs/In")]
    [InlineData("User/properties/n", "Nest")]
    [InlineData("User/properties/i", "Nest/$defs/In")]
    [InlineData("User/properties/a", "Nest/$defs/In")]
    [InlineData("User/properties/o", "Outer")]
    public void An_id_is_the_base_of_its_schema(string schema, string target) =>
        Assert.Equal("#/components/schemas/" + target, Reference([("root.yaml", Head + Nest)], schema));

    [Fact]
    public void An_example_is_left_alone() => Assert.Contains(
        """
        "example":{"$id":"https://h.example/dir/other","$ref":"#/$defs/In"}
        """, Sources.Json([("root.yaml", Head + Nest)]), StringComparison.Ordinal);

    [Theory]
    // A file by the $id of its root, of a schema in it, by a relative URI, and by its path although it has an $id.
    [InlineData("$ref: 'https://h.example/pet'", "type: object\n$id: https://h.example/pet", "pet")]
    [InlineData("$ref: 'https://h.example/pet#/$defs/Name'", "$id: https://h.example/pet\n$defs: {Name: {type: string}}", "Name")]
    [InlineData("$ref: 'https://h.example/pet#name'", "$id: https://h.example/pet\n$defs: {Name: {$anchor: name, type: string}}", "Name")]
    [InlineData("$ref: 'https://h.example/a/b'", "X: {$id: 'https://h.example/a/', Y: {$id: b, type: string}}", "Y")]
    [InlineData("$ref: 'parts/pet.yaml#/P'", "P: {type: object}\n$id: https://h.example/pet", "P")]
    // A base that nothing is found by.
    [InlineData("{$id: 'https://h.example/here', allOf: [{$ref: 'parts/pet.yaml#/P'}]}", "P: {type: object}", "P")]
    public void Parts_of_other_files_are_found(string reference, string file, string name)
    {
        var schema = reference[0] == '{' ? reference : $"{{allOf: [{{{reference}}}]}}";

        Assert.Equal("#/components/schemas/" + name, Reference(
            [("root.yaml", Head + $"components: {{schemas: {{A: {schema}, Known: {{$ref: 'parts/pet.yaml#/known'}}}}}}"), ("parts/pet.yaml", file + "\nknown: {type: object}")], "A/allOf/0"));
    }

    [Fact]
    public void Files_refer_to_each_other_by_their_ids() => Assert.Equal("#/components/schemas/Tag", Reference(
        [
            ("api/root.yaml", Head + "components: {schemas: {A: {type: object, properties: {p: {$ref: '../schemas/pet.yaml'}, t: {$ref: '../other/tag.yaml#/Known'}}}}}"),
            ("schemas/pet.yaml", "$id: https://h.example/schemas/pet\ntype: object\nproperties: {tag: {$ref: 'tag#/$defs/Tag'}}"),
            ("other/tag.yaml", "$id: https://h.example/schemas/tag\n$defs: {Tag: {type: string}}\nKnown: {type: string}"),
        ], "pet/properties/tag"));

    [Theory]
    [InlineData("https://h.example/apis/shop", "https://h.example/common#/components/schemas/Money")]
    [InlineData("https://h.example/apis/shop", "../common#/components/schemas/Money")]
    [InlineData("https://h.example/apis/shop", "common.yaml#/components/schemas/Money")]
    [InlineData("https://h.example/apis/shop", "https://h.example/apis/shop#/components/schemas/Money", "#/components/schemas/Own")]
    [InlineData("/apis/shop", "/common#/components/schemas/Money", "#/components/schemas/Money", "/common")]
    public void A_self_is_the_base_of_its_document(string self, string reference, string target = "#/components/schemas/Money", string other = "https://h.example/common")
    {
        reference = target.EndsWith("Own", StringComparison.Ordinal) ? reference.Replace("Money", "Own") : reference;

        Assert.Equal(target, Reference(
        [
            ("root.yaml", $"openapi: 3.2.0\n$self: {self}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{A: {{allOf: [{{$ref: '{reference}'}}]}}, Own: {{type: string}}, Known: {{$ref: 'common.yaml#/components/schemas/Known'}}}}}}"),
            ("common.yaml", $"openapi: 3.2.0\n$self: {other}\ninfo: {{title: C, version: '1'}}\ncomponents: {{schemas: {{Money: {{type: number}}, Known: {{type: string}}}}}}"),
        ], "A/allOf/0"));
    }

    [Theory]
    [InlineData("$ref: '#/$defs/Missing'", "KILN0025")]
    [InlineData("$ref: 'https://h.example/missing'", "KILN0026")]
    [InlineData("$ref: 'https://h.example/nest#/$defs/Missing'", "KILN0025")]
    [InlineData("$ref: missing.yaml", "KILN0026")]
    public void What_is_not_found_is_told(string reference, string rule) => Assert.Equal(
        [$"root.yaml(4,{"components: {schemas: {A: {$id: 'https://h.example/nest', $defs: {In: {type: string}}, allOf: [{$ref: ".Length + 1}) {rule}"],
        Sources.Told([("root.yaml", Head + $"components: {{schemas: {{A: {{$id: 'https://h.example/nest', $defs: {{In: {{type: string}}}}, allOf: [{{{reference}}}]}}}}}}")]));

    [Theory]
    [InlineData("openapi: 3.0.3")]
    [InlineData("swagger: '2.0'")]
    public void An_id_is_no_base_before_3_1(string version)
    {
        var section = version[0] == 's' ? "definitions: " : "components: {schemas: ";
        var told = Sources.Told([("root.yaml", $"{version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{section}{{A: {{$id: 'https://h.example/a', properties: {{b: {{$ref: '#/$defs/B'}}}}, $defs: {{B: {{type: string}}}}}}}}" + (version[0] == 's' ? "" : "}"))]);

        Assert.Contains("KILN0025", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_only_referred_to_by_its_id_is_found_among_those_of_a_project()
    {
        var files = new[]
        {
            ("root.yaml", Head + "components: {schemas: {A: {allOf: [{$ref: 'https://h.example/pet'}]}}}"),
            ("a/pet.yaml", "$id: https://h.example/pet\ntype: object\nproperties: {t: {$ref: tag}}"),
            ("b/tag.yaml", "$id: https://h.example/tag\ntype: string"),
            ("c/unused.yaml", "$id: https://h.example/unused\ntype: string"),
        }.Select(f => SpecFileTree.Parse(new SpecText(f.Item1, f.Item2), TestContext.Current.CancellationToken)).ToArray();

        var source = SpecSource.FromFiles(files[0], new InputFiles(files), [], SpecFilter.None);

        Assert.Equal(["a/pet.yaml", "b/tag.yaml"], source.OtherFiles.Select(f => f.Path));
        Assert.Equal(["A", "pet", "tag"], Sources.Names(SpecReader.Read(source, TestContext.Current.CancellationToken), "/components/schemas"));
    }

    [Theory]
    [InlineData("a/b.yaml", "a/c.yaml", "c.yaml")]
    [InlineData("a/b.yaml", "d/c.yaml", "../d/c.yaml")]
    [InlineData("b.yaml", "d/c#%.yaml", "d/c%23%25.yaml")]
    [InlineData("../b.yaml", "../c.yaml", "c.yaml")]
    [InlineData("../b.yaml", "c.yaml", null)]
    [InlineData("/x/b.yaml", "/x/c.yaml", "/x/c.yaml")]
    [InlineData("/x/b.yaml", "c.yaml", null)]
    public void A_relative_path_leads_from_one_file_to_another(string from, string to, string? expected)
    {
        var path = SpecPath.Relative(from, to);

        Assert.Equal(expected, path);
        if (path is not null)
            Assert.Equal(to, FileReference.Parse(path).ResolveFrom(from));
    }

    private static string? Reference((string Path, string Text)[] files, string schema)
    {
        Sources.Json(files);
        return JsonPointer.Find(Sources.Read(files).Value!.Root, $"/components/schemas/{schema}/$ref").AsText();
    }
}
