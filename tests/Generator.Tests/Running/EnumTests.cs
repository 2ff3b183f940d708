using Kiln.Generator.Tests.Driving;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Running;

/// <summary>Enums of every kind, compiled and run: named values are equal to what comes, and what has no name survives.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData("type: integer, enum: [1, -1, 20]", "1", "Value1=1 Minus1=-1 Value20=20")]
    [InlineData("type: integer, format: int8, enum: [-128, 127]", "127", "Minus128=-128 Value127=127")]
    [InlineData("type: integer, format: uint64, enum: [18446744073709551615, 0]", "18446744073709551615", "Value18446744073709551615=18446744073709551615 Value0=0")]
    [InlineData("type: integer, format: int32, enum: [3000000000]", "3000000000", "Value3000000000=3000000000")]
    [InlineData("type: number, format: decimal, enum: [0.10, 1]", "0.1", "Value0Point1=0.1 Value1=1")]
    [InlineData("type: number, enum: [0.1234567890123456789]", "0.1234567890123456789", "Value0Point1234567890123456789=0.1234567890123456789")]
    [InlineData("type: number, enum: [1e3, 1e30]", "1000", "Value1000=1000 Value1e30=1e30")]
    [InlineData("enum: [1, 1.0, 2]", "2", "Value1=1 Value2=2")]
    [InlineData("enum: [a, 1, true]", "true", "A=a Value1=1 True=true")]
    [InlineData("type: [string, integer], enum: [auto, 0]", "0", "Auto=auto Value0=0")]
    [InlineData("type: string, enum: ['', a, A, a]", "\"A\"", "Empty= A=a A2=A")]
    [InlineData("const: 5", "5", "Value5=5")]
    [InlineData("const: on", "\"on\"", "On=on")]
    [InlineData("type: integer, enum: [1, 2], x-enum-varnames: [ONE_THING, two]", "2", "OneThing=1 Two=2")]
    [InlineData("type: integer, enum: [1, null, 2], x-enumNames: [One, Nothing, Two]", "2", "One=1 Two=2")]
    [InlineData("type: integer, enum: [1, 2], x-kiln-names: { 2: aTwo }", "2", "Value1=1 ATwo=2")]
    [InlineData("type: string, x-extensible-enum: [x, y]", "\"y\"", "X=x Y=y")]
    [InlineData("type: string, enum: [one, two], x-ms-enum: { name: Words, values: [{ value: two, name: Second }] }", "\"two\"", "One=one Second=two", "Words")]
    public void Values_have_names_and_come_back(string schema, string json, string values, string type = "Choice")
    {
        var sdk = LoadedSdk.Of(Spec(schema));

        Assert.Equal(values, string.Join(" ", sdk.Values(type).Select(v => FormattableString.Invariant($"{v.Name}={v.Value}"))));
        Assert.Equal($$"""{"choice":{{json}}}""", sdk.RoundTrip("Holder", $$"""{"choice":{{json}}}"""));
    }

    [Theory]
    [InlineData("type: integer, enum: [1, 2]", "99")]
    [InlineData("type: number, enum: [0.5]", "0.12345678901234567890")]
    [InlineData("enum: [a, 1]", "{\"more\":[1.50]}")]
    [InlineData("enum: [a, 1]", "\"b\"")]
    [InlineData("type: integer, enum: [1]", "\"one\"")]
    public void What_has_no_name_survives(string schema, string json)
    {
        var sdk = LoadedSdk.Of(Spec(schema));

        Assert.Equal($$"""{"choice":{{json}}}""", sdk.RoundTrip("Holder", $$"""{"choice":{{json}}}"""));
    }

    [Theory]
    [InlineData("type: boolean, enum: [true]", typeof(bool?))]
    [InlineData("type: string, enum: [null], nullable: true", typeof(string))]
    [InlineData("type: array, items: { type: string }, enum: [a, b]", typeof(List<string>))]
    public void What_gains_no_names_stays_plain(string schema, Type type) =>
        Assert.Equal(type, LoadedSdk.Of(Spec(schema)).Type("Holder").GetProperty("Choice")!.PropertyType);

    [Theory]
    [InlineData("type: integer, enum: [1, soon]", "KILN0130")]
    [InlineData("type: integer, enum: [1, 2], x-enum-varnames: [One]", "KILN0131")]
    [InlineData("enum: [[1], [2]]", "KILN0104")]
    [InlineData("type: integer, enum: [1], x-kiln-names: ['1st']", "KILN0133")]
    public void What_is_not_taken_is_told(string schema, string id) =>
        Assert.Equal([id], SdkDriver.Run("spec.yaml", Spec(schema)).GetRunResult().Diagnostics.Select(d => d.Id));

    [Fact]
    public void As_parameters_they_are_sent_as_their_values()
    {
        const string Spec = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /levels/{level}:
                get:
                  parameters:
                    - { name: level, in: path, required: true, schema: { type: integer, format: int32, enum: [-1, 1] } }
                    - { name: max, in: query, schema: { type: number, enum: [0.5, 2] } }
                    - { name: some, in: query, schema: { type: array, items: { type: integer, enum: [1, 2] } } }
                    - { name: X-Mixed, in: header, schema: { enum: [a, 1] } }
                  responses: { '204': { description: x } }
            """;
        const string Program = """
            public static class Program
            {
                public static string Run()
                {
                    var client = new Sdk.TClient(new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = "https://x.test" });
                    var request = client.Levels[Sdk.Models.Level.Minus1].ToGetRequestInformation(r =>
                    {
                        r.QueryParameters.Max = Sdk.Models.LevelsItemMax.Value0Point5;
                        r.QueryParameters.Some = [Sdk.Models.LevelsItemSomeItem.Value1, new(7)];
                        r.HeaderParameters.XMixed = Sdk.Models.LevelsItemXMixed.Value1;
                    });
                    return request.URI + " " + string.Join(",", request.Headers["X-Mixed"]);
                }
            }
            """;

        var sdk = LoadedSdk.Of(Spec, "Sdk", Program);

        Assert.Equal("https://x.test/levels/-1?max=0.5&some=1&some=7 1", sdk.Type("Program").GetMethod("Run")!.Invoke(null, null));
    }

    private static string Spec(string schema) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            Choice: { {{schema}} }
            Holder: { type: object, properties: { choice: { $ref: '#/components/schemas/Choice' } } }
        """;
}
