using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Running;

/// <summary>Names on the public surface: as the document wants them, apart from each other, and the same each time.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("@type", "Type")]
    [InlineData("$ref", "Ref")]
    [InlineData("StartTime<", "StartTimeLess")]
    [InlineData("", "Empty")]
    [InlineData("_", "Underscore")]
    [InlineData("class", "Class")]
    [InlineData("2nd", "N2nd")]
    [InlineData("имя", "Имя")]
    [InlineData("名前", "名前")]
    [InlineData("اسم", "اسم")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("שם", "שם")]
    [InlineData("👍", "U1F44D")]
    [InlineData("👍👎", "U1F44DU1F44E")]
    [InlineData("Holder", "HolderValue")]
    [InlineData("Equals", "EqualsValue")]
    [InlineData("GetType", "GetTypeValue")]
    [InlineData("ToString", "ToStringValue")]
    [InlineData("AdditionalData", "AdditionalDataValue")]
    public void A_field_is_called(string wire, string name)
    {
        var sdk = LoadedSdk.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components: { schemas: { Holder: { type: object, properties: { {{System.Text.Json.JsonSerializer.Serialize(wire)}}: { type: string } } } } }
            """);

        var json = $$"""{{{System.Text.Json.JsonSerializer.Serialize(wire)}}:"x"}""";
        Assert.Equal("x", LoadedSdk.Get(sdk.Read("Holder", json), name));
    }

    [Theory]
    [InlineData("Shop.DateTimeOffset.Api")]
    [InlineData("System.Shop")]
    [InlineData("Shop.System")]
    [InlineData("Task")]
    [InlineData("Shop.Task")]
    [InlineData("Kiln.Shop")]
    [InlineData("Shop.Kiln")]
    [InlineData("Microsoft.Shop.Microsoft")]
    [InlineData("Shop.List.Dictionary.Action.Func")]
    [InlineData("Shop.CancellationToken.Method.WireType.TypedHeaders.IQueryParameters.ResponseHeaders.Uri.JsonElement")]
    [InlineData("Shop.RequestBuilder.UrlBuilder.BodyType.NoContent.ServiceException.ErrorBody.KilnDefaults.ParameterStyle")]
    [InlineData("Shop.IParsable.IParseNode.ISerializationWriter.IAdditionalDataHolder.IRequestAdapter.RequestInformation.IWireModel.WireFields")]
    [InlineData("Shop.Guid.DateOnly.TimeOnly.TimeSpan.DateTime.IPAddress.JsonLiteral.Stream.DefaultQueryParameters.RequestConfiguration.Response.Pages")]
    [InlineData("Shop.Pet.Models.WireModel.WireUnion.UnionRule.AssignedFields")]
    [InlineData("Shop.String.Object.Exception")]
    public void A_chosen_namespace_may_have_parts_that_are_called_like_types(string @namespace)
    {
        const string Spec = """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /pets/{id}:
                get:
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
                    - { name: tags, in: query, schema: { type: array, items: { type: string } } }
                    - { name: since, in: query, schema: { type: string, format: date-time } }
                    - { name: X-Key, in: header, schema: { type: string } }
                  responses:
                    '200': { description: x, headers: { X-Left: { schema: { type: integer } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                    '404': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                post:
                  requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary } } } }
                  responses: { '204': { description: x } }
              /logs:
                get:
                  parameters: [{ name: after, in: query, schema: { type: string } }]
                  x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines }
                  responses: { '200': { description: x, content: { application/json: { schema: { type: object, required: [next], properties: { next: { type: string }, lines: { type: array, items: { type: string } } } } } } } }
            components:
              schemas:
                Problem: { type: object, properties: { title: { type: string } } }
                Pet:
                  type: object
                  required: [link, at]
                  deprecated: true
                  properties:
                    at: { type: string, format: date-time }
                    local: { type: string, format: date-time-local }
                    day: { type: string, format: date }
                    hour: { type: string, format: time }
                    took: { type: string, format: duration }
                    key: { type: string, format: uuid }
                    link: { type: string, format: uri }
                    ip: { type: string, format: ipv4 }
                    any: {}
                    free: { type: object }
                    kind: { enum: [a, 1] }
                    level: { type: integer, enum: [1] }
                    place: { type: array, prefixItems: [{ type: number }, { type: number }], items: false }
            """;

        var sdk = LoadedSdk.Of(Spec, @namespace);

        Assert.Equal(@namespace + ".Models", sdk.Type("Pet").Namespace);
    }

    [Fact]
    public void What_the_document_renames_is_called_so()
    {
        var sdk = LoadedSdk.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /v2.1/things/{thing_id}:
                x-kiln-name: ById
                get:
                  x-kiln-name: Fetch
                  parameters:
                    - { name: thing_id, in: path, required: true, x-kiln-name: key, schema: { type: string } }
                    - { name: q, in: query, x-kiln-name: SearchText, schema: { type: string } }
                    - { name: n, in: query, required: true, x-ms-client-name: pageSize, schema: { type: integer } }
                  responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
              /v2.1/things:
                x-kiln-name: Items
                get: { responses: { '204': { description: x } } }
              /other: { get: { responses: { '204': { description: x } } } }
            components:
              schemas:
                thing:
                  x-kiln-name: SKUEntry
                  type: object
                  properties:
                    sku_id: { type: string, x-kiln-name: SKU }
                    color: { type: string, enum: [r, g], x-kiln-type-name: Paint, x-kiln-names: [Red, Green] }
                    size: { type: string, x-csharp-name: clothes_size }
                    part: { $ref: '#/components/schemas/thing', x-kiln-name: Whole }
            """, "Sdk");

        Assert.Equal(["SKU", "Color", "clothes_size", "Whole"], Declared(sdk.Type("SKUEntry")).Select(n => n == "Clothes_size" ? "clothes_size" : n));
        Assert.Equal([("Red", (object)"r"), ("Green", "g")], sdk.Values("Paint"));
        Assert.NotNull(sdk.Type("ItemsRequestBuilder").GetProperty("Item"));
        Assert.NotNull(sdk.Type("ByIdRequestBuilder").GetMethod("FetchAsync"));
        Assert.Equal(["pageSize", "configure", "cancellationToken"], sdk.Type("ByIdRequestBuilder").GetMethod("FetchAsync")!.GetParameters().Select(p => p.Name));
        Assert.Equal("key", sdk.Type("ItemsRequestBuilder").GetProperty("Item")!.GetIndexParameters().Single().Name);
        Assert.Equal(["SearchText"], Declared(sdk.Type("ByIdFetchQuery")));
    }

    [Fact]
    public void A_reference_may_have_a_name_of_its_own_in_every_version()
    {
        foreach (var version in new[] { "3.0.3", "3.1.0" })
        {
            var sdk = LoadedSdk.Of($$"""
                openapi: {{version}}
                info: { title: T, version: '1' }
                paths: {}
                components:
                  schemas:
                    Part: { type: object, properties: { a: { type: string } } }
                    Holder: { type: object, properties: { p: { $ref: '#/components/schemas/Part', x-kiln-name: Piece } } }
                """);

            Assert.Equal(["Piece"], Declared(sdk.Type("Holder")));
        }
    }

    [Fact]
    public void Chosen_names_that_collide_are_told_apart()
    {
        var sdk = LoadedSdk.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A: { type: object, x-kiln-name: Same, properties: { a: { type: string, x-kiln-name: x }, b: { type: string, x-kiln-name: X }, c: { type: string, x-kiln-name: toString } } }
                B: { type: object, x-kiln-name: same, properties: { a: { type: string } } }
            """);

        Assert.Equal(["X", "X2", "ToStringValue"], Declared(sdk.Type("Same")));
        Assert.Equal(["A"], Declared(sdk.Type("Same2")));
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("\"; } class X {")]
    [InlineData("_x")]
    [InlineData("")]
    public void A_chosen_name_that_is_none_is_told_of_at_its_place(string wish)
    {
        var driver = SdkDriver.Run("spec.yaml", $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                thing:
                  x-kiln-name: {{System.Text.Json.JsonSerializer.Serialize(wish)}}
                  type: object
                  properties: { a: { type: string } }
            """);

        var told = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal("KILN0133", told.Id);
        Assert.StartsWith("spec.yaml(7,20)", told.ToString(), StringComparison.Ordinal);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("class Thing ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_of_a_thousand_characters_compiles()
    {
        var one = new string('a', 1000) + "1";
        var two = new string('a', 1000) + "2";
        var path = string.Concat(Enumerable.Repeat($"/{one}/{two}", 8));
        var sdk = LoadedSdk.Of($$"""
            {
              "openapi": "3.0.3",
              "info": { "title": "{{one}}", "version": "1" },
              "paths": {
                "{{path}}": {
                  "get": {
                    "parameters": [{ "name": "{{one}}", "in": "query", "required": true, "schema": { "type": "string" } }],
                    "responses": { "200": { "description": "x", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{two}}" } } } } }
                  }
                }
              },
              "components": {
                "schemas": {
                  "{{one}}": { "type": "string", "enum": ["{{one}}", "{{two}}"] },
                  "{{two}}": {
                    "type": "object",
                    "properties": {
                      "{{one}}": { "type": "object", "properties": { "{{two}}": { "type": "object", "properties": { "x": { "type": "string" } } } } },
                      "{{two}}": { "$ref": "#/components/schemas/{{one}}" }
                    }
                  }
                }
              }
            }
            """);

        Assert.All(sdk.Driver.GetRunResult().GeneratedTrees, t => Assert.InRange(Path.GetFileName(t.FilePath).Length, 1, 100));
    }

    [Fact]
    public void Reordering_what_is_not_related_renames_nothing()
    {
        string[] schemas =
        [
            "    Pet: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } }, kind: { type: string, enum: [a, A] } } }",
            "    PetOwner: { type: object, properties: { x: { type: string } } }",
            "    Toy: { type: object, properties: { kind: { type: string, enum: [b] } } }",
            "    Level: { type: integer, enum: [1, 2] }",
        ];

        var names = new[] { schemas, [.. schemas.Reverse()], [schemas[2], schemas[0], schemas[3], schemas[1]] }
            .Select(order => LoadedSdk.Of("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n" + string.Join("\n", order)))
            .Select(sdk => string.Join("\n", sdk.Driver.GetRunResult().GeneratedTrees.OrderBy(t => t.FilePath, StringComparer.Ordinal)))
            .Distinct();

        Assert.Single(names);
    }

    [Fact]
    public void Operations_need_no_ids()
    {
        var sdk = LoadedSdk.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: same, responses: { '204': { description: x } } }, post: { operationId: same, responses: { '204': { description: x } } } }
              /b: { get: { operationId: '1 ! is no name', responses: { '204': { description: x } } }, put: { responses: { '204': { description: x } } } }
            """);

        Assert.NotNull(sdk.Type("ARequestBuilder").GetMethod("PostAsync"));
        Assert.NotNull(sdk.Type("BRequestBuilder").GetMethod("PutAsync"));
    }

    private static IEnumerable<string> Declared(Type type) => type.GetProperties().Select(p => p.Name).Where(n => n is not "AdditionalData");
}
