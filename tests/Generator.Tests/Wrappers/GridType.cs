namespace Kiln.Generator.Tests.Wrappers;

/// <summary>A type of the grid: a component, which each cell refers to.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Schema">Its schema, as YAML in one line.</param>
/// <param name="HasClass">Whether a class or struct is made for it, which has another name where the schema is written inline.</param>
internal sealed record GridType(string Name, string Schema, bool HasClass = false)
{
    private const string Pet = "{$ref: '#/components/schemas/Pet'}";
    private const string Color = "{$ref: '#/components/schemas/Color'}";

    /// <summary>The components that the types refer to.</summary>
    public const string Components = """
            Pet: {type: object, required: [name], properties: {name: {type: string}}}
            Color: {type: string, enum: [red, green]}
            Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
            Dog: {type: object, required: [kind], properties: {kind: {const: dog}, tricks: {type: integer}}}
            Tree: {type: object, properties: {branches: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}

        """;

    public static IReadOnlyList<GridType> All { get; } =
    [
        new("string", "{type: string}"),
        .. from format in new[] { "date-time", "date", "time", "duration", "uuid", "uri", "ipv4", "char", "byte", "binary", "int64", "decimal", "int-or-string", "email" }
            select new GridType($"string {format}", $"{{type: string, format: {format}}}"),
        new("integer", "{type: integer}"),
        .. from format in new[] { "int8", "int32", "uint64", "unixtime" } select new GridType($"integer {format}", $"{{type: integer, format: {format}}}"),
        new("number", "{type: number}"),
        .. from format in new[] { "float", "decimal" } select new GridType($"number {format}", $"{{type: number, format: {format}}}"),
        new("boolean", "{type: boolean}"),
        new("scalars", "{type: [string, boolean]}"),
        new("nullable", "{type: [string, 'null']}"),
        new("enum", "{type: string, enum: [a, b]}", HasClass: true),
        new("enum of integers", "{type: integer, format: int32, enum: [1, 2]}", HasClass: true),
        new("titled constants", "{oneOf: [{const: 1, title: Low}, {const: 2, title: High}]}", HasClass: true),
        new("array of strings", "{type: array, items: {type: string}}"),
        new("array of dates", "{type: array, items: {type: string, format: date}}"),
        new("array of enums", $"{{type: array, items: {Color}}}"),
        new("array of models", $"{{type: array, items: {Pet}}}"),
        new("array of arrays", "{type: array, items: {type: array, items: {type: integer}}}"),
        new("array of unions", "{type: array, items: {oneOf: [{type: string}, {type: integer}]}}", HasClass: true),
        new("array of itself", "{type: array, items: {$ref: '#/components/schemas/SELF'}}", HasClass: true),
        new("dictionary of integers", "{type: object, additionalProperties: {type: integer}}"),
        new("dictionary without a type", "{additionalProperties: {type: integer}}"),
        new("dictionary of arrays", "{type: object, additionalProperties: {type: array, items: {type: string}}}"),
        new("dictionary of models", $"{{type: object, additionalProperties: {Pet}}}"),
        new("free object", "{type: object}"),
        new("anything", "{}"),
        new("model", "{type: object, properties: {a: {type: string}}}", HasClass: true),
        new("model without a type", "{properties: {a: {type: string}}}", HasClass: true),
        new("recursive model", "{$ref: '#/components/schemas/Tree'}"),
        new("union of scalars", "{oneOf: [{type: string, format: date}, {type: integer}]}", HasClass: true),
        new("union by kind", $"{{oneOf: [{{type: string}}, {Pet}]}}", HasClass: true),
        new("union of models", "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", HasClass: true),
        new("mix of types", "{type: [object, string, integer], properties: {a: {type: string}}}", HasClass: true),
        new("tuple", "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}"),
        new("tuple of references", $"{{type: array, prefixItems: [{Pet}, {Color}], items: false}}"),
        new("union with a tuple", "{oneOf: [{type: string}, {type: array, prefixItems: [{type: string}, {type: integer}], items: false}]}", HasClass: true),
    ];
}
