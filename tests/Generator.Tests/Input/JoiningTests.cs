using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Input;

/// <summary>Documents in several files.</summary>
public sealed class JoiningTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

    private static readonly string[] Outside = ["/etc/passwd", "file:///etc/passwd", "http://localhost:1/a.yaml", "//host/share/a.yaml", "../../../../../../etc/passwd", "C:\\Windows\\win.ini", "%2e%2e/a.yaml", "a\u0000b.yaml", "\\\\host\\a"];

    public static TheoryData<string> OutsidePaths => [.. Outside];

    [Fact]
    public void Everything_that_can_be_referred_to_may_stand_in_another_file()
    {
        var read = Sources.Read(
        [
            ("api/root.yaml", Head + """
                paths:
                  /pets: {$ref: paths/pets.yaml}
                components:
                  securitySchemes:
                    key: {$ref: 'shared.json#/key'}
                """),
            ("api/paths/pets.yaml", """
                parameters: [{$ref: '../shared.json#/limit'}]
                post:
                  requestBody: {$ref: '../bodies.yaml#/NewPet'}
                  responses:
                    '200': {$ref: '#/x-ok'}
                  callbacks:
                    done: {$ref: '../shared.json#/done'}
                x-ok:
                  description: One.
                  headers:
                    X-Rate: {$ref: ../shared.json#/rate}
                  content:
                    application/json:
                      schema: {$ref: ../models/Pet.yaml}
                      examples: {one: {$ref: '../shared.json#/example'}}
                  links:
                    next: {$ref: '../shared.json#/link'}
                """),
            ("api/shared.json", """
                { "limit": { "name": "limit", "in": "query", "schema": { "type": "integer" } },
                  "rate": { "schema": { "type": "integer" } },
                  "example": { "value": { "name": "Tom" } },
                  "link": { "operationId": "x" },
                  "key": { "type": "apiKey", "in": "header", "name": "k" },
                  "done": { "{$request.body#/url}": { "post": { "responses": { "204": { "description": "x" } } } } } }
                """),
            ("api/bodies.yaml", "NewPet: {content: {application/json: {schema: {$ref: 'models/Pet.yaml'}}}}"),
            ("api/models/Pet.yaml", "{type: object, properties: {name: {type: string}, friends: {type: array, items: {$ref: Pet.yaml}}, owner: {$ref: 'Owner%20of.yaml#/Owner'}}}"),
            ("api/models/Owner of.yaml", "Owner: {type: object, properties: {pets: {type: array, items: {$ref: ./Pet.yaml}}}}"),
        ]);

        Assert.Equal("", string.Join("\n", read.Diagnostics.Items));
        Assert.Equal(["Pet", "Owner"], Sources.Names(read, "/components/schemas"));
        Assert.Equal(["x-ok"], Sources.Names(read, "/components/responses"));
        Assert.Equal(["limit"], Sources.Names(read, "/components/parameters"));
        Assert.Equal(["NewPet"], Sources.Names(read, "/components/requestBodies"));
        Assert.Equal(["rate"], Sources.Names(read, "/components/headers"));
        Assert.Equal(["example"], Sources.Names(read, "/components/examples"));
        Assert.Equal(["link"], Sources.Names(read, "/components/links"));
        Assert.Equal(["done"], Sources.Names(read, "/components/callbacks"));
        Assert.Equal("apiKey", JsonPointer.Find(read.Value!.Root, "/components/securitySchemes/key/type").AsText());
        Assert.Equal("#/components/schemas/Pet", JsonPointer.Find(read.Value.Root, "/components/schemas/Owner/properties/pets/items/$ref").AsText());
        Assert.Equal("api/models/Pet.yaml(1,28)", Place(read.Value.LocationOf("/components/schemas/Pet/properties")));
    }

    [Fact]
    public void A_document_of_2_0_takes_parts_too() => Assert.Contains(
        """
        "schemas":{"Pet":{"type":"object"}},"parameters":{"limit":{"name":"limit","in":"query","schema":{"type":"integer"}}}
        """,
        Sources.Json(
        [
            ("root.yaml", "{swagger: '2.0', info: {title: T, version: '1'}, paths: {/a: {get: {parameters: [{$ref: 'b.yaml#/limit'}], responses: {'200': {description: x, schema: {$ref: 'b.yaml#/Pet'}}}}}}}"),
            ("b.yaml", "{Pet: {type: object}, limit: {name: limit, in: query, type: integer}}"),
        ]),
        StringComparison.Ordinal);

    [Fact]
    public void A_shared_name_of_the_document_is_the_name_of_what_it_leads_to()
    {
        var read = Sources.Read(
        [
            ("root.yaml", Head + "paths: {}\ncomponents: {schemas: {Animal: {$ref: pet.yaml}, Again: {$ref: pet.yaml}, pet: {type: string}, Home: {$ref: 'home.yaml'}}}"),
            ("pet.yaml", "{type: object, properties: {home: {$ref: home.yaml}, back: {$ref: 'root.yaml#/components/schemas/pet'}, mine: {$ref: 'root.yaml#/components/schemas/Animal'}}}"),
            ("home.yaml", "{type: object, properties: {pet: {$ref: pet.yaml}, other: {$ref: 'more/pet.yaml'}}}"),
            ("more/pet.yaml", "{type: integer}"),
        ]);

        Assert.Equal("", string.Join("\n", read.Diagnostics.Items));
        Assert.Equal(["Animal", "Again", "pet", "Home", "more_pet"], Sources.Names(read, "/components/schemas"));
        Assert.Equal("object", JsonPointer.Find(read.Value!.Root, "/components/schemas/Animal/type").AsText());
        Assert.Equal("#/components/schemas/Animal", JsonPointer.Find(read.Value.Root, "/components/schemas/Home/properties/pet/$ref").AsText());
        Assert.Equal("#/components/schemas/pet", JsonPointer.Find(read.Value.Root, "/components/schemas/Animal/properties/back/$ref").AsText());
    }

    [Fact]
    public void Whole_containers_operations_and_texts_may_stand_in_another_file() => Assert.Equal(
        """
        {"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"description":"Long.","responses":{"200":{"description":"x","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}}}}},"components":{"schemas":{"Pet":{"type":"object","properties":{"name":{"$ref":"#/components/schemas/Name"}}},"Name":{"type":"string"}}}}
        """,
        Sources.Json(
        [
            ("root.yaml", Head + "paths: {$ref: paths.yaml}\ncomponents: {schemas: {$ref: 'schemas.yaml#/all'}}"),
            ("paths.yaml", "/a: {get: {$ref: 'op.yaml'}}"),
            ("op.yaml", "{description: {$ref: 'text.yaml#/long'}, responses: {'200': {description: x, content: {application/json: {schema: {$ref: 'schemas.yaml#/all/Pet'}}}}}}"),
            ("text.yaml", "long: Long."),
            ("schemas.yaml", "all: {Pet: {type: object, properties: {$ref: '#/properties'}}, Name: {type: string}}\nproperties: {name: {$ref: '#/all/Name'}}"),
        ]));

    [Fact]
    public void Pointers_lead_through_references_and_anchors_and_ids_are_found()
    {
        var json = Sources.Json(
        [
            ("root.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
                    B: {type: object, properties: {c: {type: string}}}
                    C: {$ref: '#/components/schemas/A/properties/b/properties/c'}
                    D: {$anchor: here, type: string}
                    E: {type: object, properties: {d: {$ref: '#here'}, p: {$ref: 'p.yaml#there'}, i: {$ref: 'https://example.com/d'}, q: {$ref: 'p.yaml#/P/properties/x/y'}}}
                    F: {$id: 'https://example.com/d', type: boolean}
                """),
            ("p.yaml", "P: {$anchor: there, type: object, properties: {x: {$ref: 'q.yaml'}}}"),
            ("q.yaml", "{y: {type: integer}}"),
        ]);

        Assert.Contains("""
            "C":{"$ref":"#/components/schemas/B/properties/c"}
            """, json, StringComparison.Ordinal);
        Assert.Contains("""
            {"d":{"$ref":"#/components/schemas/D"},"p":{"$ref":"#/components/schemas/P"},"i":{"$ref":"#/components/schemas/F"},"q":{"$ref":"#/components/schemas/y"}}
            """, json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discriminator_may_name_files() => Assert.Contains(
        """
        "mapping":{"cat":"#/components/schemas/Cat","dog":"#/components/schemas/Dog"}
        """,
        Sources.Json(
        [
            ("root.yaml", Head + "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {cat: 'cat.yaml#/Cat', dog: Dog}}}, Dog: {type: object}}}"),
            ("cat.yaml", "Cat: {allOf: [{$ref: 'root.yaml#/components/schemas/Pet'}]}"),
        ]),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_wrong_in_a_part_is_told_there() => Assert.Equal(
        ["root.yaml(5,29) KILN0026", "a.yaml(3,30) KILN0025", "a.yaml(4,30) KILN0028", "a.yaml(5,30) KILN0025", "b.yaml(1,4) KILN0001"],
        Sources.Told(
        [
            ("root.yaml", Head + """
                paths: {}
                components:
                  schemas: {Missing: {$ref: missing.yaml}, A: {$ref: 'a.yaml#/A'}}
                """),
            ("a.yaml", """
                A:
                  properties:
                    nowhere:          {$ref: '#/Nowhere'}
                    list:             {$ref: '#/list'}
                    broken:           {$ref: 'b.yaml'}
                list: [1]
                """),
            ("b.yaml", "a: [}"),
        ]));

    [Theory]
    [MemberData(nameof(OutsidePaths))]
    public void Nothing_is_asked_of_disk_or_network(string reference)
    {
        var quoted = "\"" + reference.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\0", "\\u0000", StringComparison.Ordinal) + "\"";
        var spec = """{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"A": {"$ref": REFERENCE}}}}""".Replace("REFERENCE", quoted, StringComparison.Ordinal);

        Assert.Equal(["KILN0026"], Sources.Read([("api/root.json", spec)]).Diagnostics.Items.Select(d => d.Rule.Id));
    }

    [Theory]
    [InlineData("a.yaml", "{$ref: b.yaml}", "{$ref: a.yaml}")]
    [InlineData("a.yaml", "{$ref: a.yaml}", "{}")]
    [InlineData("a.yaml#/x/y", "{x: {$ref: '#/x'}}", "{}")]
    [InlineData("a.yaml", "{allOf: [{$ref: b.yaml}]}", "{allOf: [{$ref: a.yaml}]}")]
    public void A_circle_of_nothing_but_references_is_an_error(string start, string a, string b) => Assert.True(
        Sources.Read([("root.yaml", Head + $"paths: {{}}\ncomponents: {{schemas: {{S: {{$ref: '{start}'}}}}}}"), ("a.yaml", a), ("b.yaml", b)]).HasErrors);

    [Fact]
    public void A_path_item_that_leads_back_to_itself_ends()
    {
        var read = Sources.Read(
        [
            ("root.yaml", Head + "paths: {/a: {$ref: a.yaml}}"),
            ("a.yaml", "post: {responses: {'200': {description: x}}, callbacks: {again: {'{$request.body#/u}': {$ref: a.yaml}}}}"),
        ]);

        Assert.False(read.HasErrors, string.Join("\n", read.Diagnostics.Items));
    }

    [Fact]
    public void Copies_of_copies_end_in_an_error()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"f{i}.yaml", $"get: {{responses: {{'200': {{description: x}}}}, callbacks: {{a: {{x: {{$ref: f{i + 1}.yaml}}}}, b: {{x: {{$ref: f{i + 1}.yaml}}}}, c: {{x: {{$ref: f{i + 1}.yaml}}}}}}}}"));

        Assert.Contains("KILN0049", string.Join("\n", Sources.Read([("root.yaml", Head + "paths: {/a: {$ref: f0.yaml}}"), .. files, ("f40.yaml", "{}")]).Diagnostics.Items), StringComparison.Ordinal);
    }

    private static string Place(Kiln.Generator.Diagnostics.SourceLocation place) => $"{place.File}({place.Line},{place.Column})";
}
