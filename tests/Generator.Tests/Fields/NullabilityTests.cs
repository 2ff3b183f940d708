using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Whichever way a document says that a value may be null, it may be so wherever the value stands.</summary>
public sealed class NullabilityTests
{
    /// <summary>A version, and a schema of a text, or of a pet, that may be null.</summary>
    public static TheoryData<string, string, string> Ways() => new()
    {
        { "3.0.3", "{ type: string, nullable: true }", "string" },
        { "3.0.3", "{ type: string, enum: [a, null] , nullable: true }", "enum" },
        { "3.0.3", "{ nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] }", "Pet" },
        { "3.0.3", "{ $ref: '#/components/schemas/MayBe' }", "Pet" },
        { "3.0.3", "{ allOf: [{ $ref: '#/components/schemas/MayBe' }] }", "Pet" },
        { "3.0.3", "{ allOf: [{ $ref: '#/components/schemas/MayBe' }, { description: Words. }] }", "Pet" },
        { "3.0.3", "{ type: string, x-nullable: true }", "string" },
        { "3.0.3", "{ oneOf: [{ enum: [null], nullable: true }, { $ref: '#/components/schemas/Pet' }] }", "Pet" },
        { "3.0.3", "{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Nothing' }] }", "Pet" },
        { "3.0.3", "{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { nullable: true }] }", "Pet" },
        { "3.0.3", "{ anyOf: [{ type: boolean }, { enum: [null] }] }", "bool" },
        { "3.1.0", "{ anyOf: [{ type: boolean }, { const: null }] }", "bool" },
        { "3.1.0", "{ oneOf: [{ allOf: [{ type: 'null' }] }, { type: string }] }", "string" },
        { "3.1.0", "{ $ref: '#/components/schemas/Pet', nullable: true }", "Pet" },
        { "3.1.0", "{ type: [string, 'null'] }", "string" },
        { "3.1.0", "{ enum: [a, null] }", "enum" },
        { "3.1.0", "{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }", "Pet" },
        { "3.1.0", "{ oneOf: [{ type: 'null' }, { type: string }] }", "string" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_nullable_value_is_one_in_every_position(string version, string schema, string type)
    {
        var driver = SdkDriver.Run("spec.yaml", $$"""
            openapi: {{version}}
            info: { title: Pets, version: '1' }
            paths:
              /x:
                put:
                  parameters: [{ name: q, in: query, schema: {{(type == "Pet" ? "{ type: string }" : schema)}} }]
                  requestBody: { required: true, content: { application/json: { schema: {{schema}} } } }
                  responses: { '200': { description: x, content: { application/json: { schema: {{schema}} } } } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
                Nothing: { enum: [null] }
                MayBe: { {{(version == "3.0.3" ? "nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }]" : "anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }]")}} }
                Holder:
                  type: object
                  required: [must]
                  properties:
                    may: {{schema}}
                    must: {{schema}}
                    items: { type: array, items: {{schema}} }
                    values: { type: object, additionalProperties: {{schema}} }
            """, "Probe");

        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        var holder = File(driver, "Models.Holder.g.cs");
        var builder = File(driver, "X.XRequestBuilder.g.cs");
        string Named(string inline) => type == "enum" ? inline : type;
        Assert.Contains($".OptionalNullable(\"may\"", holder, StringComparison.Ordinal);
        Assert.Contains($".RequiredNullable(\"must\"", holder, StringComparison.Ordinal);
        Assert.Contains($"public List<{Named("HolderItem")}?>? Items", holder, StringComparison.Ordinal);
        Assert.Contains($"public Dictionary<string, {Named("HolderValue")}?>? Values", holder, StringComparison.Ordinal);
        Assert.Contains($"Task<{Named("XPutResponse")}?> PutAsync(", builder, StringComparison.Ordinal);
        Assert.Contains($"{Named("XPutRequest")}? body, ", builder, StringComparison.Ordinal);
    }

    private static string File(Microsoft.CodeAnalysis.GeneratorDriver driver, string name) =>
        driver.GetRunResult().GeneratedTrees.Single(t => Path.GetFileName(t.FilePath) == name).ToString();
}
