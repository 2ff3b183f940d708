using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Unions;

/// <summary>How messages name the cases of a union: as the document does, or by their JSON kind and order, and never by their index.</summary>
public sealed class CaseNameTests
{
    [Theory]
    [InlineData("[{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]", "Cannot distinguish 'Cat' from 'Dog' in")]
    [InlineData("[{title: Small cat, type: object, properties: {a: {}}}, {title: Big cat, type: object, properties: {a: {}, b: {}}}]", "Cannot distinguish 'Small cat' from 'Big cat' in")]
    [InlineData("[{type: object, properties: {a: {}}}, {type: object, properties: {a: {}, b: {}}}]", "Cannot distinguish the first object alternative from the second object alternative in")]
    [InlineData("[{type: string}, {type: object, properties: {a: {}}}, {$ref: '#/components/schemas/Dog'}]", "Cannot distinguish the first object alternative from 'Dog' in")]
    [InlineData("[{type: array, items: {type: object, properties: {a: {}}}}, {type: string}, {type: array, items: {type: object, properties: {a: {}, b: {}}}}]", "Cannot distinguish the first array alternative from the second array alternative in")]
    public void A_case_is_named_as_the_document_names_it(string cases, string expected)
    {
        var document = $$$$"""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Cat: {type: object, properties: {a: {type: string}}}
                Dog: {type: object, properties: {a: {type: string}, b: {type: string}}}
                Pet: {oneOf: {{{{cases}}}} }
            """;

        var told = SdkPipeline.ReadApi(new SpecText("a.yaml", document), TestContext.Current.CancellationToken).Diagnostics.Items.Where(d => d.Rule.Id == "KILN0113");

        Assert.StartsWith(expected, Assert.Single(told).Message, StringComparison.Ordinal);
    }
}
