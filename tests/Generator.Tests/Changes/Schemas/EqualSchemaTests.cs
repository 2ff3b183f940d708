using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Schemas that are written in different ways, in one version of OpenAPI or in two, and mean the same.</summary>
public sealed class EqualSchemaTests
{
    [Theory]
    [InlineData("3.1.0", "{type: object, properties: {a: {type: string}, b: {}}, required: [a, b]}", "3.1.0", "{required: [b, a], properties: {b: {}, a: {type: string}}, type: object}")]
    [InlineData("3.1.0", "{type: [string, 'null']}", "3.0.3", "{type: string, nullable: true}")]
    [InlineData("3.1.0", "{type: [string, 'null']}", "2.0", "{type: string, x-nullable: true}")]
    [InlineData("3.1.0", "{oneOf: [{type: string}, {type: 'null'}]}", "3.0.3", "{type: string, nullable: true}")]
    [InlineData("3.1.0", "A: {type: object}; {anyOf: [{$ref: A}, {type: 'null'}]}", "3.0.3", "A: {type: object}; {allOf: [{$ref: A}], nullable: true}")]
    [InlineData("3.1.0", "{type: string, enum: [a, null]}", "3.0.3", "{type: string, nullable: true, enum: [a]}")]
    [InlineData("3.1.0", "{const: a, type: string}", "3.0.3", "{type: string, enum: [a]}")]
    [InlineData("3.1.0", "{type: integer, exclusiveMinimum: 5}", "3.0.3", "{type: integer, minimum: 5, exclusiveMinimum: true}")]
    [InlineData("3.1.0", "{type: integer, maximum: 5.0}", "3.0.3", "{type: integer, maximum: 5, exclusiveMaximum: false}")]
    [InlineData("3.1.0", "{type: [string, integer]}", "3.1.0", "{oneOf: [{type: integer}, {type: string}]}")]
    [InlineData("3.1.0", "{type: [integer, string]}", "3.1.0", "{anyOf: [{type: string}, {type: integer}]}")]
    [InlineData("3.1.0", "{type: [number, integer]}", "3.1.0", "{type: number}")]
    [InlineData("3.1.0", "{properties: {a: {}}}", "3.1.0", "{type: object, properties: {a: true}, additionalProperties: true}")]
    [InlineData("3.1.0", "{enum: [a, b]}", "3.1.0", "{type: string, enum: [b, a]}")]
    [InlineData("3.1.0", "{type: string, minLength: 0}", "3.1.0", "{type: string}")]
    [InlineData("3.1.0", "{type: array, uniqueItems: false, minItems: 0, items: true}", "3.1.0", "{type: array}")]
    [InlineData("3.1.0", "{type: array, items: {type: string}}", "2.0", "{type: array, items: {type: string}}")]
    [InlineData("3.1.0", "{type: object, unevaluatedProperties: false}", "3.1.0", "{type: object, additionalProperties: false}")]
    [InlineData("3.1.0", "{type: object, additionalProperties: {}}", "3.1.0", "{type: object}")]
    [InlineData("3.1.0", "{type: string, readOnly: false, deprecated: false}", "3.1.0", "{type: string}")]
    [InlineData("3.1.0", "A: {type: object, properties: {a: {$ref: A}, b: {type: string}}}; {$ref: A}", "3.1.0", "A: {type: object, properties: {a: {$ref: A}, b: {type: string}}}; {type: object, properties: {a: {$ref: A}, b: {type: string}}}")]
    [InlineData("3.1.0", "A: {type: object, properties: {a: {$ref: A}}}; {$ref: A}", "3.1.0", "A: {type: object, properties: {a: {type: object, properties: {a: {$ref: A}}}}}; {$ref: A}")]
    [InlineData("3.1.0", "A: {type: string, maxLength: 3}; {allOf: [{$ref: A}], description: d}", "3.1.0", "A: {type: string, maxLength: 3}; {$ref: A, description: d}")]
    [InlineData("3.1.0", "A: {type: string, maxLength: 3}; {oneOf: [{$ref: A}]}", "3.1.0", "A: {type: string, maxLength: 3}; {$ref: A}")]
    [InlineData("3.1.0", "A: {type: object, properties: {a: {type: string}}, required: [a]}; {allOf: [{$ref: A}, {properties: {b: {}}}]}", "3.0.3", "{type: object, properties: {a: {type: string}, b: {}}, required: [a]}")]
    [InlineData("3.1.0", "A: {type: object, properties: {a: {type: string}}}; {allOf: [{$ref: A}, {required: [a]}, {properties: {b: {}}}]}", "3.1.0", "A: {type: object, properties: {a: {type: string}}}; {allOf: [{$ref: A}], required: [a], properties: {b: {}}}")]
    [InlineData("3.1.0", "A: {properties: {a: {}}}; B: {allOf: [{$ref: A}], properties: {b: {}}}; {allOf: [{$ref: B}], properties: {c: {}}}", "3.1.0", "A: {properties: {a: {}}}; B: {allOf: [{$ref: A}], properties: {b: {}}}; {allOf: [{$ref: A}, {properties: {c: {}, b: {}}}]}")]
    [InlineData("3.1.0", "A: {properties: {a: {}}}; B: {properties: {b: {}}}; {oneOf: [{$ref: A}, {$ref: B}]}", "3.1.0", "A: {properties: {a: {}}}; B: {properties: {b: {}}}; {oneOf: [{$ref: B}, {type: object, properties: {a: {}}}]}")]
    [InlineData("3.1.0", "A: {properties: {t: {}}}; {oneOf: [{$ref: A}, {type: string}], discriminator: {propertyName: t, mapping: {a: A}}}", "3.0.3", "A: {properties: {t: {}}}; {oneOf: [{$ref: A}, {type: string}], discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A'}}}")]
    [InlineData("3.1.0", "{type: array, prefixItems: [{type: string}], items: false}", "3.1.0", "{type: array, prefixItems: [{type: string}], unevaluatedItems: false}")]
    [InlineData("3.1.0", "{type: object, dependentRequired: {a: [b, c]}}", "3.1.0", "{type: object, dependencies: {a: [c, b]}}")]
    [InlineData("3.1.0", "{type: [object, string], properties: {a: {}}, maxLength: 3}", "3.1.0", "{type: [string, object], maxLength: 3, properties: {a: {}}}")]
    [InlineData("3.1.0", "A: {type: string}; {allOf: [{$ref: A}, {readOnly: true, deprecated: true}]}", "3.1.0", "A: {type: string, readOnly: false, deprecated: false}; {allOf: [{$ref: A}, {readOnly: true, deprecated: true}]}")]
    [InlineData("3.1.0", "{oneOf: [{type: string}, {type: integer}]}", "3.1.0", "{oneOf: [{type: string, readOnly: false}, {type: integer, deprecated: false}]}")]
    [InlineData("3.1.0", "{type: string, examples: [a]}", "3.0.3", "{type: string, example: a}")]
    [InlineData("3.1.0", "A: {description: d}; {type: object, additionalProperties: {$ref: A}}", "3.1.0", "A: {description: d}; {type: object, additionalProperties: {}}")]
    [InlineData("3.1.0", "{type: number, default: 1.0, enum: [1, 2.50]}", "3.1.0", "{type: number, default: 1, enum: [2.5, 1.0]}")]
    public void Equal_schemas_do_not_differ(string oldVersion, string old, string newVersion, string current)
    {
        var (before, after) = (SchemaDiff.Document(old, oldVersion), SchemaDiff.Document(current, newVersion));

        Assert.Empty(SchemaDiff.Of(before, after, Direction.Request, Direction.Response).Select(SchemaDiff.Line));
        Assert.Empty(SchemaDiff.Of(after, before, Direction.Request, Direction.Response).Select(SchemaDiff.Line));
    }
}
