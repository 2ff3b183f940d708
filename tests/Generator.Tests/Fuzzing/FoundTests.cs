using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>What damaged documents once failed at, made small: each becomes code that compiles.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("a status that is no XML", "paths: {/a: {get: {responses: {'&': {content: {text/json: {schema: {$ref: '#/components/schemas/E'}}}}}}}}\ncomponents: {schemas: {E: {properties: {e: {type: string}}}}}")]
    [InlineData("a parameter without a name", "paths: {/a: {get: {responses: {}, parameters: [{in: query, schema: {}}]}}}")]
    [InlineData("a choice between itself and another", "paths: {}\ncomponents: {schemas: {P: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/D'}, {type: integer}]}, D: {type: object}}}")]
    [InlineData("a choice between what is all of the choice and another", "paths: {}\ncomponents: {schemas: {P: {oneOf: [{$ref: '#/components/schemas/W'}, {$ref: '#/components/schemas/D'}, {type: integer}]}, W: {allOf: [{$ref: '#/components/schemas/V'}]}, V: {anyOf: [{$ref: '#/components/schemas/P'}]}, D: {type: object, required: [d], properties: {d: {type: string}}}}}")]
    [InlineData("a choice by a discriminator between what is all of the choice and another", "paths: {}\ncomponents: {schemas: {P: {oneOf: [{$ref: '#/components/schemas/W'}, {$ref: '#/components/schemas/D'}], discriminator: {propertyName: type}}, W: {allOf: [{$ref: '#/components/schemas/P'}]}, D: {type: object, required: [type], properties: {type: {type: string}}}}}")]
    [InlineData("a choice of lists of themselves", "paths: {}\ncomponents: {schemas: {P: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, A: {type: array, items: {$ref: '#/components/schemas/A'}}, B: {type: array, items: {$ref: '#/components/schemas/B'}}}}")]
    [InlineData("a field whose choices bring it back", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {f: {type: object, properties: {id: {type: string}}, oneOf: [{type: object, properties: {n: {type: string}}}, {$ref: '#/components/schemas/A'}]}, l: {type: string}}}}}")]
    [InlineData("a field whose parts bring it back", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {f: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {id: {type: string}}}]}, l: {type: string}}}}}")]
    [InlineData("a list whose items bring it back", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {f: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {id: {type: string}}}]}}, l: {type: string}}}}}")]
    [InlineData("a limit that no long holds", "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {w: {type: number, exclusiveMinimum: 99999999999999999999999, maximum: 99999999999999999999999, minimum: -9223372036854775809}}}}}")]
    [InlineData("arrays without items outside the query", "paths: {'/a/{p}': {get: {responses: {}, parameters: [{name: h, in: header, schema: {type: array}}, {name: p, in: path, required: true, schema: {type: array}}, {name: t, in: header, schema: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}}, {name: q, in: query, schema: {type: array}}]}}}")]
    [InlineData("a base whose discriminator is in its only part", "paths: {}\ncomponents: {schemas: {Mid: {allOf: [{properties: {note: {}}, discriminator: {propertyName: sub}}]}, Leaf: {allOf: [{$ref: '#/components/schemas/Mid'}]}}}")]
    public void Compiles(string what, string rest)
    {
        var result = Probe.Run("found.yaml", $"openapi: 3.1.0\n{rest}", "Found", TestContext.Current.CancellationToken);

        Assert.True(result.Failure is null && result.Files.Count > 0, $"{what}: {result.Failure}");
        var trees = result.Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, SdkCompilation.ParseOptions));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(trees, TestContext.Current.CancellationToken)));
    }

    // Each step had two ways to go on: it took time that doubles with each.
    [Fact]
    public void A_reference_that_leads_through_itself_is_an_error_at_once()
    {
        var result = Probe.Run(
            "found.yaml",
            "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Plain: {$ref: '#/components/schemas/Plain/properties'}}}",
            "Found",
            TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.Contains("KILN0025", result.Ids);
    }
}
