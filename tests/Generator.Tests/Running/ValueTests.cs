using System.Text.Json;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>Single values, tuples and free-form values, compiled and run: the type that C# has for them, and nothing lost on the way.</summary>
public sealed class ValueTests
{
    public static TheoryData<string, Type, string> Formats() => new()
    {
        { "type: integer, format: int8", typeof(sbyte), "-128" },
        { "type: integer, format: uint8", typeof(byte), "255" },
        { "type: integer, format: int16", typeof(short), "-32768" },
        { "type: number, format: uint16", typeof(ushort), "65535" },
        { "type: integer, format: int32", typeof(int), "-2147483648" },
        { "type: number, format: uint32", typeof(uint), "4294967295" },
        { "type: integer, format: int64", typeof(long), "-9223372036854775808" },
        { "type: integer, format: uint64", typeof(ulong), "18446744073709551615" },
        { "type: integer", typeof(long), "123456789012345678901234567890" },
        { "type: number", typeof(double), "12345678901234567890.123456789" },
        { "type: number, format: float", typeof(float), "0.1" },
        { "type: number, format: decimal", typeof(decimal), "0.1234567890123456789012345678" },
        { "type: number, format: decimal128", typeof(decimal), "1.234567890123456789012345678901234" },
        { "type: integer, format: unixtime", typeof(DateTimeOffset), "1714564800" },
        { "type: integer, format: double-int", typeof(long), "9007199254740993" },
        { "type: string, format: int64", typeof(long), "\"9223372036854775807\"" },
        { "type: string, format: uint64", typeof(ulong), "\"18446744073709551615\"" },
        { "type: string, format: decimal", typeof(decimal), "\"10.50\"" },
        { "type: string, format: double", typeof(double), "\"1.0\"" },
        { "type: string, format: date-time", typeof(DateTimeOffset), "\"2024-05-01t12:00:00+02:00\"" },
        { "type: string, format: date-time", typeof(DateTimeOffset), "\"0000-00-00T00:00:00Z\"" },
        { "type: string, format: date-time-local", typeof(DateTime), "\"2024-05-01T12:00:00\"" },
        { "type: string, format: date", typeof(DateOnly), "\"2024-02-29\"" },
        { "type: string, format: date", typeof(DateOnly), "\"2023-02-29\"" },
        { "type: string, format: time", typeof(TimeOnly), "\"12:00:00Z\"" },
        { "type: string, format: time-local", typeof(TimeOnly), "\"12:00:00.5\"" },
        { "type: string, format: duration", typeof(TimeSpan), "\"P1M\"" },
        { "type: string, format: duration", typeof(TimeSpan), "\"1.02:03:04\"" },
        { "type: string, format: time", typeof(TimeOnly), "\"10:00:00.50+02:00\"" },
        { "type: string, format: time-local", typeof(TimeOnly), "\"10:00:00Z\"" },
        { "type: string, format: time-span", typeof(TimeSpan), "\"00:01:30.5000000\"" },
        { "type: string, format: timespan", typeof(TimeSpan), "\"PT1M\"" },
        { "type: string, format: date-span", typeof(TimeSpan), "\"-1.02:03:04\"" },
        { @"type: string, pattern: '^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$'", typeof(TimeSpan), "\"-1.02:03:04\"" },
        { @"type: string, pattern: '^\d{2}:\d{2}$'", typeof(string), "\"02:03\"" },
        { "type: string, format: guid", typeof(Guid), "\"2F4E1E0A-1B2C-4D3E-8F90-A1B2C3D4E5F6\"" },
        { "type: string, format: http-date", typeof(DateTimeOffset), "\"Sun, 06 Nov 1994 08:49:37 GMT\"" },
        { "type: string, format: uuid", typeof(Guid), "\"2F4E1E0A-1B2C-4D3E-8F90-A1B2C3D4E5F6\"" },
        { "type: string, format: uri", typeof(Uri), "\"https://api.example.com/repos{/sha}\"" },
        { "type: string, format: uri", typeof(Uri), "\"\"" },
        { "type: string, format: uri", typeof(Uri), "\"http://[no\"" },
        { "type: string, format: iri-reference", typeof(Uri), "\"../straße?a=b#c\"" },
        { "type: string, format: ipv4", typeof(System.Net.IPAddress), "\"127.0.0.1\"" },
        { "type: string, format: ipv6", typeof(System.Net.IPAddress), "\"2001:DB8::1\"" },
        { "type: string, format: char", typeof(char), "\"ä\"" },
        { "type: string, format: char", typeof(char), "\"👍\"" },
        { "type: string, format: byte", typeof(byte[]), "\"AAEC\"" },
        { "type: string, format: base64url", typeof(byte[]), "\"_-8\"" },
        { "type: string, contentEncoding: base64", typeof(byte[]), "\"AAE=\"" },
        { "type: string, format: email", typeof(string), "\"a@b.c\"" },
        { "type: string, format: never-heard-of", typeof(string), "\"x\"" },
        { "type: integer, format: date-time", typeof(long), "5" },
        { "type: [string, integer]", typeof(Kiln.Runtime.Wire.JsonLiteral), "80" },
        { "type: [integer, string], format: int32", typeof(int), "\"5\"" },
        { "type: [integer, string], format: uint8", typeof(byte), "255" },
        { "type: [string, 'null', number], format: decimal", typeof(decimal), "\"10.50\"" },
        { "type: [integer, string], format: int64", typeof(long), "\"five\"" },
        { "type: [integer, string], format: int64", typeof(long), "\"9223372036854775808\"" },
        { @"type: [integer, string], pattern: '^\d+$'", typeof(long), "\"007\"" },
        { @"type: [number, string], pattern: '^\d+(\.\d+)?$'", typeof(double), "\"1.10\"" },
        { @"type: [integer, string], pattern: '^\d+%?$'", typeof(Kiln.Runtime.Wire.JsonLiteral), "\"80%\"" },
        { "anyOf: [{ type: integer }, { type: string }], format: uint64", typeof(ulong), "\"18446744073709551615\"" },
        { "anyOf: [{ type: number }, { enum: [NaN, Infinity, -Infinity] }], format: float", typeof(float), "\"-Infinity\"" },
        { "oneOf: [{ type: number, format: decimal }, { type: string, format: decimal }]", typeof(decimal), "\"0.10\"" },
        { "oneOf: [{ type: string, format: date-time }, { type: integer, format: unixtime }]", typeof(DateTimeOffset), "1714564800" },
        { "type: array, items: { type: [integer, string], format: int32 }", typeof(List<int>), "[1,\"2\"]" },
        { "type: object, additionalProperties: { type: [integer, string], format: int32 }", typeof(Dictionary<string, int>), "{\"a\":\"1\"}" },
        { "type: [string, boolean, 'null']", typeof(Kiln.Runtime.Wire.JsonLiteral), "true" },
        { "type: [integer, number]", typeof(double), "1.5" },
        { "type: [string, array, object, number, boolean]", typeof(JsonElement), "[1]" },
        { "type: string, format: int-or-string", typeof(Kiln.Runtime.Wire.JsonLiteral), "80" },
        { "type: string, format: int-or-string", typeof(Kiln.Runtime.Wire.JsonLiteral), "\"80%\"" },
        { "type: array, prefixItems: [{ type: number }, { type: string, format: date }], items: false", typeof((double, DateOnly)), "[1.5,\"2024-05-01\"]" },
        { "type: array, prefixItems: [{ type: number }, { type: string }], minItems: 2, maxItems: 2", typeof((double, string)), "[1,\"a\"]" },
        { "type: array, prefixItems: [{ type: number }, { type: string }], items: false", typeof((double, string)), "[1]" },
        { "type: array, prefixItems: [{ type: number }, { type: string }], items: false", typeof((double, string)), "[1,\"a\",true]" },
        { "type: array, prefixItems: [{ type: number }, { type: string }], items: false", typeof((double, string)), "[{},[]]" },
        { "type: array, prefixItems: [{ type: integer }, { type: [integer, 'null'] }], items: false", typeof((long, long?)), "[1,null]" },
        { "type: array, items: { type: array, prefixItems: [{ type: number }, { type: number }], items: false }", typeof(List<(double, double)>), "[[1,2],[3,4]]" },
        { "type: array, prefixItems: [{ type: array, prefixItems: [{ type: number }, { type: string }], items: false }, { type: string }], items: false", typeof(List<JsonElement>), "[[1,\"a\"],\"b\"]" },
        { "type: array, prefixItems: [{ type: number }, { type: string }]", typeof(List<JsonElement>), "[1,\"a\",true]" },
        { "type: array, prefixItems: [{ type: number }, { type: number }, { type: number }, { type: number }, { type: number }, { type: number }, { type: number }, { type: number }], items: false", typeof(List<double>), "[1,2,3,4,5,6,7,8]" },
        { "type: array, uniqueItems: true, items: { type: array, items: { type: integer } }", typeof(List<List<long>>), "[[1],[1]]" },
        { "type: array", typeof(List<JsonElement>), "[1,null]" },
        { "type: object", typeof(Dictionary<string, JsonElement>), "{\"a\":[1,null],\"b\":{}}" },
        { "type: object, additionalProperties: true", typeof(Dictionary<string, JsonElement>), "{\"a\":1}" },
        { "description: Anything.", typeof(JsonElement), "[1,{\"a\":1.50}]" },
        { "additionalProperties: { type: integer }", typeof(Dictionary<string, long>), "{\"a\":1}" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Has_its_type_and_comes_back(string schema, Type type, string json)
    {
        foreach (var required in new[] { "", "required: [value], " })
        {
            var sdk = LoadedSdk.Of(Spec(schema, required));
            var property = sdk.Type("Holder").GetProperty("Value")!.PropertyType;

            Assert.Equal(type, Nullable.GetUnderlyingType(property) ?? property);
            AssertSame(json, sdk.RoundTrip("Holder", $$"""{"value":{{json}}}"""));
        }
    }

    [Fact]
    public void A_choice_of_numeric_enums_compiles_and_comes_back()
    {
        var sdk = LoadedSdk.Of(Spec("oneOf: [{ type: integer, enum: [1, 2] }, { type: integer, enum: [3] }]", ""));

        Assert.Equal("""{"value":3}""", sdk.RoundTrip("Holder", """{"value":3}"""));
    }

    [Fact]
    public void A_required_value_that_is_missing_is_neutral_and_can_be_written()
    {
        foreach (var schema in Formats().Select(f => f.Data.Item1).Distinct())
        {
            var sdk = LoadedSdk.Of(Spec(schema, "required: [value], "));

            JsonDocument.Parse(sdk.RoundTrip("Holder", "{}"));
        }
    }

    [Theory]
    [InlineData("type: integer, format: date-time", "KILN0132")]
    [InlineData("type: array, prefixItems: [{ type: number }, { type: string }]", "KILN0134")]
    public void What_is_carried_in_part_is_told(string schema, string id) =>
        Assert.Equal([id], SdkDriver.Run("spec.yaml", Spec(schema, "")).GetRunResult().Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("{ type: array, items: { type: array, items: { type: integer } } }", "KILN0135")]
    [InlineData("{ type: array, items: { type: object } }", "KILN0135")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Thing' } }", "KILN0135")]
    [InlineData("{ type: array, items: { type: integer } }", "")]
    public void A_list_parameter_whose_items_have_no_one_form_is_told_of(string schema, string id)
    {
        var driver = SdkDriver.Run("spec.yaml", $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /x: { get: { parameters: [{ name: q, in: query, schema: {{schema}} }], responses: { '204': { description: x } } } }
            components: { schemas: { Thing: { type: object, properties: { a: { type: string } } } } }
            """);

        Assert.Equal(id, string.Join(" ", driver.GetRunResult().Diagnostics.Select(d => d.Id)));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }

    private static void AssertSame(string json, string written)
    {
        var came = JsonDocument.Parse($$"""{"value":{{json}}}""").RootElement;
        Assert.True(JsonElement.DeepEquals(came, JsonDocument.Parse(written).RootElement), $"{came} became {written}");
    }

    private static string Spec(string schema, string required) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            Holder: { type: object, {{required}}properties: { value: { {{schema}} } } }
        """;
}
