using System.Text.Json;
using Kiln.Generator.Tests.Driving;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Numbers;

/// <summary>Numbers that a document lets be strings, through a compiled SDK.</summary>
public sealed class NumberSpellingTests
{
    private const string Integers = @"pattern: '^-?(?:0|[1-9]\d*)$'";
    private const string Spec = $$"""
        openapi: 3.1.1
        info: { title: T, version: '1' }
        paths:
          /products/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { anyOf: [{ type: integer }, { type: string }], format: uint64, {{Integers}} } }
                - { name: days, in: query, schema: { type: [integer, string], format: int32, {{Integers}} } }
                - { name: X-Limit, in: header, schema: { {{Integers}}, format: int64 } }
              responses: { '204': { description: Nothing. } }
        components:
          schemas:
            Holder:
              type: object
              required: [count]
              properties:
                count: { type: [integer, string], format: int32, {{Integers}} }
                total: { type: ['null', integer, string], format: int64 }
                typeless: { {{Integers}}, format: int32 }
                price: { anyOf: [{ type: number }, { type: string }], format: decimal }
                floating: { anyOf: [{ type: number }, { enum: [NaN, Infinity, -Infinity] }], format: double }
                stars: { anyOf: [{ type: integer }, { type: string }], format: int32, default: 3 }
                rank: { type: [integer, string], format: int32, default: '3' }
                list: { type: array, items: { type: [integer, string], format: int32 } }
                map: { type: object, additionalProperties: { type: [integer, string], format: int32 } }
                when: { oneOf: [{ type: string, format: date-time }, { type: integer, format: unixtime }] }
                either: { oneOf: [{ type: integer, format: int64 }, { type: string, format: int64 }, { type: boolean }] }
                grade: { type: [integer, string], format: int32, enum: [1, 2] }
                any: { type: [integer, string] }
                names: { oneOf: [{ type: array, items: { type: string } }, { type: array, items: { type: [string, 'null'] } }] }
            Others: { type: object, properties: { first: { type: string } }, additionalProperties: { type: [integer, string], format: int32 } }
        """;

    private static readonly ReadOptions Strict = new() { Mode = ContractMode.Strict };
    private static readonly LoadedSdk Sdk = LoadedSdk.Of(Spec);

    [Theory]
    [InlineData("""{"count":"5"}""")]
    [InlineData("""{"count":"-0"}""")]
    [InlineData("""{"count":"007"}""")]
    [InlineData("""{"count":5,"total":"9223372036854775807"}""")]
    [InlineData("""{"count":5,"total":null}""")]
    [InlineData("""{"count":5,"typeless":"12"}""")]
    [InlineData("""{"count":5,"price":"10.50"}""")]
    [InlineData("""{"count":5,"price":10.50}""")]
    [InlineData("""{"count":5,"floating":"NaN"}""")]
    [InlineData("""{"count":5,"floating":"-Infinity"}""")]
    [InlineData("""{"count":5,"stars":"4"}""")]
    [InlineData("""{"count":5,"list":[1,"2",3]}""")]
    [InlineData("""{"count":5,"map":{"a":1,"b":"2"}}""")]
    [InlineData("""{"count":5,"when":1714564800}""")]
    [InlineData("""{"count":5,"when":"2024-05-01T12:00:00Z"}""")]
    [InlineData("""{"count":5,"either":"6"}""")]
    [InlineData("""{"count":5,"either":6}""")]
    [InlineData("""{"count":5,"grade":"2"}""")]
    [InlineData("""{"count":5,"any":"6"}""")]
    [InlineData("""{"count":5,"names":["a",null]}""")]
    public void Comes_back_as_it_came_without_a_violation(string json) => Assert.Equal(json, Sdk.Write(Sdk.Read("Holder", json, Strict)));

    [Theory]
    [InlineData("""{"count":"five"}""", "an integer of 32 bits")]
    [InlineData("""{"count":"2147483648"}""", "an integer of 32 bits")]
    [InlineData("""{"count":2147483648}""", "an integer of 32 bits")]
    [InlineData("""{"count":"1.5"}""", "an integer of 32 bits")]
    [InlineData("""{"count":""}""", "an integer of 32 bits")]
    [InlineData("""{"count":true}""", "an integer of 32 bits")]
    [InlineData("""{"count":5,"price":"NaN"}""", "a decimal number")]
    [InlineData("""{"count":5,"floating":"nan"}""", "a number")]
    [InlineData("""{"count":5,"when":"soon"}""", "a date-time of RFC 3339 or a number of seconds since 1970")]
    public void What_is_no_number_is_told_and_kept(string json, string expected)
    {
        var violations = new List<string>();

        Assert.Equal(Parse(json), Parse(Sdk.Write(Sdk.Read("Holder", json, new ReadOptions { OnViolation = v => violations.Add(v.Expected) }))), JsonElement.DeepEquals);
        Assert.Equal([expected], violations);
        Assert.Contains($"{expected}, found", Assert.Throws<WireFormatException>(() => Sdk.Read("Holder", json, Strict)).Message, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    [Fact]
    public void A_value_that_was_set_is_written_as_a_number() => Assert.Equal(
        """{"count":6,"total":7,"price":1.5,"floating":2.5,"stars":8,"list":[1,2,3],"map":{"a":1},"when":"1970-01-01T00:00:00Z","either":9} 3 3""",
        SdkRun.Of(Sdk.Driver, """"
            var read = Read<Holder>("""{"count":"5","total":"5","price":"5","floating":"NaN","stars":"5","list":["1","2"],"map":{"a":"5"},"when":5,"either":"5"}""");
            (read.Count, read.Total, read.Price, read.Floating, read.Stars, read.When, read.Either) = (6, 7, 1.5m, 2.5, 8, DateTimeOffset.UnixEpoch, 9);
            read.List!.Add(3);
            read.Map!["a"] = 1;
            return $"{Json(read)} {new Holder { Count = 1 }.Stars} {new Holder { Count = 1 }.Rank}";
            """"));

    [Fact]
    public void Values_of_properties_without_a_name_are_written_as_numbers() => Assert.Equal(
        """{"a":5,"b":6}""", SdkRun.Of(Sdk.Driver, """" return Again<Others>("""{"a":"5","b":6}"""); """"));

    [Fact]
    public void Parameters_are_numbers() => Assert.Equal("/products/18446744073709551615?days=7 5", SdkRun.Of(Sdk.Driver, """
        var adapter = new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = "https://x.test" };
        var request = new Sdk.TClient(adapter).Products[ulong.MaxValue].ToGetRequestInformation(r =>
        {
            int? days = r.QueryParameters.Days = 7;
            long? limit = r.HeaderParameters.XLimit = 5;
        });
        return $"{request.URI.PathAndQuery} {string.Concat(request.Headers["X-Limit"])}";
        """));

    [Theory]
    [InlineData("type: [integer, string], format: int32, default: five", "KILN0120")]
    [InlineData("type: [integer, string], format: int32, default: '2147483648'", "KILN0120")]
    [InlineData("type: [integer, string], format: int32, default: '3'", "")]
    [InlineData("type: [integer, string], default: five", "")]
    [InlineData("anyOf: [{ type: number }, { enum: [NaN, Infinity] }], default: NaN", "")]
    [InlineData("anyOf: [{ type: number }, { enum: [NaN, Infinity] }], default: '1.5'", "KILN0120")]
    [InlineData("type: [number, string], format: float, default: NaN", "KILN0120")]
    [InlineData("type: [integer, string], format: double", "KILN0132")]
    [InlineData(@"type: [integer, string], pattern: '^\d+$', format: date-time", "KILN0132")]
    public void A_default_or_format_that_does_not_fit_is_reported(string schema, string ids)
    {
        var driver = SdkDriver.Run("spec.yaml", $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components: { schemas: { Holder: { type: object, properties: { value: { {{schema}} } } } } }
            """);

        Assert.Equal(ids, string.Join(" ", driver.GetRunResult().Diagnostics.Select(d => d.Id)));
    }
}
