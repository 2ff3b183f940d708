namespace Kiln.Generator.Tests.Sharing;

/// <summary>Which inline schemas are one type, and what it is called.</summary>
public sealed class SharedTypeTests
{
    private static readonly Lazy<SharedTypes> Names = new(() => SharedTypes.Of("""
        paths:
          /shop/orders:
            get:
              operationId: listOrders
              parameters:
                - { name: state, in: query, schema: { type: string, enum: [on, off] } }
                - { name: sort, in: query, schema: { type: array, items: { type: string, enum: [up, down] } } }
                - { name: level, in: query, schema: { type: string, enum: [a, b] } }
              responses: { '204': { description: none } }
          /shop/carts:
            get:
              operationId: listCarts
              parameters:
                - { name: state, in: query, schema: { type: string, enum: [on, off] } }
                - { name: sort, in: query, schema: { type: string, enum: [down, up] } }
              responses: { '204': { description: none } }
          /other: { get: { operationId: other, responses: { '204': { description: none } } } }
        components:
          schemas:
            Alone: { type: object, properties: { state: { type: string, enum: [other, none] }, only: { type: string, enum: [x, y] } } }
            Cat: { type: object, properties: { color: { type: string, enum: [r, g] }, size: { type: string, enum: [s, l] }, tag: { type: object, properties: { n: { type: integer } } } } }
            Dog: { type: object, properties: { colour: { type: string, enum: [r, g] }, size: { type: string, enum: [s, l] }, tag: { type: object, properties: { n: { type: integer } } } } }
            Fish: { type: object, properties: { tag: { type: object, properties: { n: { type: integer, description: The number } } }, tags: { type: array, items: { type: string, enum: [p, q] } } } }
            Bird: { type: object, properties: { tags: { type: array, items: { type: string, enum: [p, q] } }, level: { type: string, enum: [a, b] } } }
            Level: { type: object, properties: { value: { type: string, enum: [one, two] } } }
            Mail:
              type: object
              properties:
                from: { type: object, properties: { kind: { type: string, enum: [home, work] } } }
                to: { type: object, properties: { kind: { type: string, enum: [home, work] } } }
            Phone: { type: object, properties: { kind: { type: string, enum: [cell, fax] }, value: { type: string, enum: [one, two] } } }
            FastRunOptions: { type: object, properties: { mode: { type: string, enum: [q, w] } } }
            FastWalkOptions: { type: object, properties: { mode: { type: string, enum: [q, w] } } }
            SlowOptions: { type: object, properties: { mode: { type: string, enum: [z, w] } } }
        """));

    [Theory]
    [InlineData("Cat", "Size", "Size")] // all that is called so is equal
    [InlineData("Dog", "Size", "Size")]
    [InlineData("ListOrdersQuery", "Sort", "Sort")] // an item and a single value, in another order
    [InlineData("ListCartsQuery", "Sort", "Sort")]
    [InlineData("Fish", "Tags", "TagsItem")] // only items
    [InlineData("Bird", "Tags", "TagsItem")]
    [InlineData("Cat", "Color", "CatColor")] // in one place
    [InlineData("Dog", "Colour", "DogColour")] // the same values, called otherwise
    [InlineData("Cat", "Tag", "CatTag")] // another one differs in a description, and the owners have no word in common
    [InlineData("Dog", "Tag", "CatTag")]
    [InlineData("Fish", "Tag", "FishTag")]
    [InlineData("ListOrdersQuery", "State", "ShopState")] // a component has another one, and the operations share a path
    [InlineData("ListCartsQuery", "State", "ShopState")]
    [InlineData("Bird", "Level", "BirdLevel")] // a component has the short name
    [InlineData("ListOrdersQuery", "Level", "BirdLevel")]
    [InlineData("MailFrom", "Kind", "MailKind")] // the parent that the uses have in common
    [InlineData("MailTo", "Kind", "MailKind")]
    [InlineData("Phone", "Value", "LevelValue")] // C#'s enums have a member of the short name
    [InlineData("FastWalkOptions", "Mode", "FastOptionsMode")] // the words that the owners have in common
    [InlineData("Alone", "Only", "AloneOnly")]
    public void Is_called(string type, string property, string name) => Assert.Equal(name, Names.Value[type, property]);

    [Fact]
    public void An_option_makes_a_type_of_each() => Assert.Equal(
        "Cat CatSize CatTag Dog DogSize DogTag NotFound NotFoundException PageHeaders",
        SharedTypes.Of("""
            paths:
              /a: { get: { responses: { '200': { $ref: '#/components/responses/Page' }, '404': { $ref: '#/components/responses/NotFound' } } } }
              /b: { get: { responses: { '200': { $ref: '#/components/responses/Page' }, '404': { $ref: '#/components/responses/NotFound' } } } }
            components:
              responses:
                Page: { description: ok, headers: { X-Next: { schema: { type: string } } } }
                NotFound: { description: no, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
              schemas:
                Cat: { type: object, properties: { size: { type: string, enum: [s, l] }, tag: { type: object, properties: { n: { type: integer } } } } }
                Dog: { type: object, properties: { size: { type: string, enum: [s, l] }, tag: { type: object, properties: { n: { type: integer } } } } }
            """, shareTypes: "false").Names);

    [Fact]
    public void A_chosen_name_wins_and_equal_schemas_that_choose_it_are_one_type()
    {
        var types = SharedTypes.Of("""
            paths: {}
            components:
              schemas:
                Cat: { type: object, properties: { size: { type: string, enum: [s, l], x-kiln-type-name: HowBig }, kind: { type: string, enum: [k, l], x-kiln-type-name: Kind } } }
                Dog: { type: object, properties: { height: { type: string, enum: [l, s], x-kiln-type-name: HowBig }, kind: { type: string, enum: [k, l] } } }
                Fish: { type: object, properties: { size: { type: string, enum: [s, l] }, kind: { type: string, enum: [k, l] } } }
            """);

        Assert.Equal("Cat Dog DogKind Fish FishSize HowBig Kind", types.Names);
        Assert.Equal("HowBig", types["Dog", "Height"]);
        Assert.Equal("DogKind", types["Fish", "Kind"]);
    }

    // Each schema called p differs from all others in one thing that is to be seen in C#.
    [Fact]
    public void What_differs_in_anything_stays_apart()
    {
        string[] schemas =
        [
            "{ type: string, enum: [a, b] }",
            "{ type: string, enum: [a, c] }",
            "{ type: string, enum: [a, b, c] }",
            "{ type: string, enum: [a, b], x-enum-varnames: [First, Second] }",
            "{ type: string, enum: [a, b], x-enum-descriptions: [The first, The second] }",
            "{ type: integer, enum: [1, 2] }",
            "{ type: integer, format: int32, enum: [1, 2] }",
            "{ type: object, properties: { a: { type: string } } }",
            "{ type: object, properties: { b: { type: string } } }",
            "{ type: object, required: [a], properties: { a: { type: string } } }",
            "{ type: object, properties: { a: { type: [string, 'null'] } } }",
            "{ type: object, properties: { a: { type: string, format: date } } }",
            "{ type: object, properties: { a: { type: string, default: x } } }",
            "{ type: object, properties: { a: { type: string, readOnly: true } } }",
            "{ type: object, properties: { a: { type: string, writeOnly: true } } }",
            "{ type: object, properties: { a: { type: string, description: A text } } }",
            "{ type: object, properties: { a: { type: string, deprecated: true } } }",
            "{ type: object, properties: { a: { type: string, x-kiln-name: Other } } }",
            "{ type: object, properties: { a: { type: string, const: x } } }",
            "{ type: object, properties: { a: { type: array, items: { type: string } } } }",
            "{ type: object, properties: { a: { type: array, items: { type: [string, 'null'] } } } }",
            "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: string } }",
            "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: integer } }",
            "{ type: object, properties: { a: { type: string, enum: [a, b] } } }",
            "{ type: object, properties: { a: { type: string, enum: [a, b], x-kiln-type-name: Chosen } } }",
            "{ oneOf: [{ type: string }, { type: integer }] }",
            "{ oneOf: [{ type: string }, { type: boolean }] }",
        ];

        var types = SharedTypes.Of("paths: {}\ncomponents:\n  schemas:\n" + string.Concat(schemas.SelectMany((s, i) => new[] { "X", "Y" }.Select(c =>
            $"    {c}{i}: {{ type: object, properties: {{ p: {s} }} }}\n"))));

        var names = schemas.Select((_, i) => (X: types[$"X{i}", "P"], Y: types[$"Y{i}", "P"])).ToList();
        Assert.All(names, n => Assert.Equal(n.X, n.Y));
        Assert.Equal(names.Count, names.Select(n => n.X).Distinct().Count());
    }
}
