using System.Reflection;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>Names that a class's template writes too, and names of one class that only signs distinguish.</summary>
public sealed class MemberNameTests
{
    private static readonly Lazy<LoadedSdk> Sdk = new(() => LoadedSdk.Of("""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /events:
            get:
              parameters:
                - { name: eventsQuery, in: query, schema: { type: string } }
                - { name: id, in: query, required: true, schema: { type: string } }
                - { name: id, in: header, required: true, schema: { type: string } }
                - { name: 'created>', in: query, schema: { type: string } }
                - { name: 'filter[name]', in: query, schema: { type: string } }
                - { name: filter_name, in: query, schema: { type: string } }
                - { name: sort, in: query, schema: { type: string, enum: [-price, price, +price] } }
              responses: { '200': { description: x, headers: { Events-Headers: { schema: { type: string } }, All: { schema: { type: string } }, Wire-Type: { schema: { type: integer } } } } }
          /events/get-errors: { get: { responses: { '204': { description: x } } } }
          /events/get-response: { get: { responses: { '204': { description: x } } } }
          /events/get-async: { get: { responses: { '204': { description: x } } } }
          /logs:
            get:
              x-kiln-name: Count
              parameters: [{ name: after, in: query, schema: { type: string } }, { name: only, in: query, schema: { type: boolean } }]
              x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines, total: /total, countOnly: only }
              responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } }, '404': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } } }
            post:
              parameters: [{ name: after, in: query, schema: { type: string } }, { name: only, in: query, schema: { type: boolean } }]
              x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines, total: /total, countOnly: only }
              responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
          /logs/problem-exception: { get: { responses: { '204': { description: x } } } }
          /人/{用户}: { get: { parameters: [{ name: 用户, in: path, required: true, schema: { type: string } }, { name: 用户, in: query, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
          /人/{用户}/用户: { get: { parameters: [{ name: 用户, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
          /人/{用户}/用户/{משתמש}/משתמש: { get: { parameters: [{ name: 用户, in: path, required: true, schema: { type: string } }, { name: משתמש, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
        components:
          schemas:
            Page: { type: object, required: [next], properties: { next: { type: string }, total: { type: integer }, lines: { type: array, items: { type: string } } } }
            Problem: { type: object, properties: { title: { type: string } } }
            TResult: { type: object, properties: { '@type': { type: string }, type: { type: string }, $type: { type: string }, '+1': { type: integer }, '-1': { type: integer } } }
            Either: { oneOf: [{ type: string }, { $ref: '#/components/schemas/TResult' }] }
            Levels: { type: integer, enum: [0, 1], x-enum-descriptions: [Unknown, Very high] }
        """));

    [Theory]
    [InlineData("EventsQuery", "EventsQueryValue", "CreatedGreater", "FilterBracketName", "FilterName", "Sort")]
    [InlineData("EventsHeaders", "EventsHeadersValue", "AllValue", "WireTypeValue", "All")]
    [InlineData("EventsRequestBuilder", "GetErrors", "GetResponse", "GetAsyncPath")]
    [InlineData("LogsRequestBuilder", "ProblemExceptionPath")]
    [InlineData("人ItemRequestBuilder", "用户")]
    [InlineData("用户ItemRequestBuilder", "משתמש")]
    [InlineData("TResultModel", "AtType", "Type", "DollarType", "Plus1", "Minus1", "AdditionalData")]
    [InlineData("EventsSort", "Value")]
    public void The_properties_of_a_class(string type, params string[] names) => Assert.Equal(
        names, Sdk.Value.Type(type).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetMethod!.IsPublic).Select(p => p.Name));

    [Fact]
    public void The_methods_of_counted_operations_are_apart()
    {
        var methods = Sdk.Value.Type("LogsRequestBuilder").GetMethods().Where(m => m.ReturnType == typeof(Task<long>)).Select(m => m.Name);

        Assert.Equal(["CountItemsAsync", "PostCountAsync"], methods.Select(n => n == "CountAsync" ? "PostCountAsync" : n));
        Assert.NotNull(Sdk.Value.Type("LogsRequestBuilder").GetMethod("CountAllAsync"));
    }

    [Fact]
    public void The_values_of_enums()
    {
        Assert.Equal([("MinusPrice", (object)"-price"), ("Price", "price"), ("PlusPrice", "+price")], Sdk.Value.Values("EventsSort"));
        Assert.Equal([("Unknown", (object)0L), ("VeryHigh", 1L)], Sdk.Value.Values("Levels"));
    }

    [Fact]
    public void Names_that_a_2_0_parameter_gives_its_values_are_kept()
    {
        var sdk = LoadedSdk.Of("""
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  parameters:
                    - { name: one, in: query, type: string, enum: [a, b], x-kiln-names: [First, Second], x-kiln-type-name: Order }
                    - { name: two, in: query, type: string, enum: [a, b], x-ms-enum: { name: Kind, values: [{ value: a, name: Alpha }, { value: b, name: Beta }] } }
                    - { name: three, in: query, type: array, items: { type: integer, enum: [1, 2], x-enum-varnames: [Low, High], x-kiln-type-name: Level } }
                    - { name: four, in: query, type: integer, enum: [1, 2], x-enumNames: { '1': Up, '2': Down }, x-kiln-type-name: Direction }
                    - { name: five, in: query, type: string, x-extensible-enum: [red, blue], x-kiln-name: Paint }
                  responses: { '204': { description: x } }
            """);

        Assert.Equal(["First", "Second"], sdk.Values("Order").Select(v => v.Name));
        Assert.Equal(["Alpha", "Beta"], sdk.Values("Kind").Select(v => v.Name));
        Assert.Equal(["Low", "High"], sdk.Values("Level").Select(v => v.Name));
        Assert.Equal(["Up", "Down"], sdk.Values("Direction").Select(v => v.Name));
        Assert.Equal(["Red", "Blue"], sdk.Values("AFive").Select(v => v.Name));
        Assert.NotNull(sdk.Type("AQuery").GetProperty("Paint"));
    }
}
