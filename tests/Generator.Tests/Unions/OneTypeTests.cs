using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Unions;

/// <summary>Unions whose cases have one C# type: all pairs of many alternatives, compiled in one go.</summary>
public sealed class OneTypeTests
{
    private static readonly string[] Scalars =
    [
        "type: string", "type: integer", "type: number", "type: boolean",
        "type: integer, format: int32", "type: string, format: int32", "type: [integer, string], format: int32",
        "type: integer, format: int64", "type: string, format: int64", @"type: [integer, string], pattern: '^\d+$'",
        "type: number, format: decimal", "type: string, format: decimal", "type: number, format: double", "anyOf: [{ type: number }, { enum: [NaN, Infinity, -Infinity] }]",
        "type: string, format: date-time", "type: string, format: http-date", "type: integer, format: unixtime",
        "type: string, format: byte", "type: string, format: base64url", "type: string, format: uri", "type: string, format: email", "type: string, format: int-or-string",
        "type: [integer, string]", "type: [boolean, string]", "$ref: '#/components/schemas/Number'", "$ref: '#/components/schemas/Text'", "$ref: '#/components/schemas/Level'", "$ref: '#/components/schemas/Thing'",
    ];

    // Arrays and maps of both, with null and without; and some of which the items are arrays again.
    private static readonly string[] Composites =
    [
        .. Scalars.SelectMany(s => new[] { $"type: array, items: {{ {s} }}", $"type: object, additionalProperties: {{ {s} }}" }),
        "type: array, items: { type: [string, 'null'] }", "type: array, items: { type: [integer, 'null'] }", "type: object, additionalProperties: { type: [string, 'null'] }",
        "type: array, items: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] }", "$ref: '#/components/schemas/Names'", "$ref: '#/components/schemas/Many'",
        "type: array, items: { type: array, items: { type: string } }", "type: array, items: { $ref: '#/components/schemas/Names' }", "type: array, items: { type: array, items: { type: [string, 'null'] } }",
        "type: array, items: { oneOf: [{ type: integer, format: int64 }, { type: string, format: int64 }] }", "type: array", "type: object",
    ];

    [Fact]
    public void Every_pair_of_scalars_compiles_and_those_of_one_type_are_no_union() => Check(Scalars);

    [Fact]
    public void Every_pair_of_composites_compiles_and_those_of_one_type_are_no_union() => Check(TestForm.IsFull ? Composites : [.. Composites.Where((_, i) => i % 2 == 0 || i > 40)]);

    private static void Check(string[] alternatives)
    {
        var driver = SdkDriver.Run("spec.yaml", Spec(alternatives));
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));

        // One with a single case would be no union, but for one that contains itself.
        var unions = driver.GetRunResult().GeneratedTrees.Select(t => t.ToString()).Where(t => t.Contains(": WireUnion,", StringComparison.Ordinal) && !t.Contains(" Loop :", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(unions);
        Assert.All(unions, union => Assert.True(union.Split(".Case(").Length > 2, union));
    }

    [Theory]
    [InlineData("{ type: integer, format: int64 }, { type: string, format: int64 }", "long?")]
    [InlineData("{ type: number, format: decimal }, { type: string, format: decimal }", "decimal?")]
    [InlineData("{ type: string, format: date-time }, { type: integer, format: unixtime }", "DateTimeOffset?")]
    [InlineData("{ type: array, items: { type: string } }, { type: array, items: { type: [string, 'null'] } }", "List<string?>?")]
    [InlineData("{ type: array, items: { type: string } }, { type: array, items: { type: string, format: email } }", "List<string>?")]
    [InlineData("{ type: array, items: { type: integer } }, { type: array, items: { type: [integer, 'null'] } }", "List<long?>?")]
    [InlineData("{ type: array, items: { type: string, format: date-time } }, { type: array, items: { type: string, format: http-date } }", "List<DateTimeOffset>?")]
    [InlineData("{ type: array, items: { type: string, format: byte } }, { type: array, items: { type: string, format: base64url } }", "List<byte[]>?")]
    [InlineData("{ type: object, additionalProperties: { type: string } }, { type: object, additionalProperties: { type: [string, 'null'] } }", "Dictionary<string, string?>?")]
    [InlineData("{ $ref: '#/components/schemas/Names' }, { type: array, items: { type: [string, 'null'] } }", "List<string?>?")]
    [InlineData("{ $ref: '#/components/schemas/Many' }, { type: array, items: { $ref: '#/components/schemas/Thing' } }", "List<Thing>?")]
    [InlineData("{ type: [integer, string] }, { type: string }", "JsonLiteral?")]
    [InlineData("{ type: [integer, string], format: int32 }, { type: string }", "JsonLiteral?")]
    [InlineData("{ type: [integer, string], format: int32 }, { type: boolean }", "HolderValue?")]
    [InlineData("{ $ref: '#/components/schemas/One' }, { type: boolean }", "HolderValue?")]
    [InlineData("{ $ref: '#/components/schemas/One' }, { type: integer, format: int64 }", "long?")]
    [InlineData("{ $ref: '#/components/schemas/Loop' }, { type: boolean }", "HolderValue?")]
    public void Spellings_of_one_value_have_its_type_and_need_no_rule(string alternatives, string type)
    {
        var driver = SdkDriver.Run("spec.yaml", $"{Spec([])}\n    Holder: {{ type: object, properties: {{ value: {{ oneOf: [{alternatives}] }} }} }}");

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Contains($"public {type} Value", driver.GetRunResult().GeneratedTrees.Single(t => t.FilePath.EndsWith("Holder.g.cs", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void What_is_one_value_in_the_document_is_one_type_in_CSharp()
    {
        foreach (var group in Primitives.All.GroupBy(p => OneType.ValueOf(new ScalarSchema(p.Type, p.Format))))
            Assert.Single(group.Select(p => p.CSharp).Distinct());
    }

    private static string Spec(string[] alternatives)
    {
        var spec = new StringBuilder("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Number: { type: integer, format: int64 }
                Text: { type: string, format: int64 }
                Level: { type: string, enum: [low, high] }
                Thing: { type: object, required: [a], properties: { a: { type: string } } }
                Names: { type: array, items: { type: string } }
                Many: { type: array, items: { $ref: '#/components/schemas/Thing' } }
                One: { oneOf: [{ type: integer, format: int64 }, { type: string, format: int64 }] }
                Loop: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Loop' } }, { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'null' }] } }] }
            """);
        for (var i = 0; i < alternatives.Length; i++)
        {
            for (var j = i; j < alternatives.Length; j++)
                spec.Append($"\n    P{i}X{j}: {{ type: object, properties: {{ v: {{ oneOf: [{{ {alternatives[i]} }}, {{ {alternatives[j]} }}] }} }} }}");
        }
        return spec.ToString();
    }
}
