using Kiln.Generator.Api.Model;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;

namespace Kiln.Generator.Tests.Api;

/// <summary>Which bodies are read item by item, by what a document says of them.</summary>
public sealed class StreamReadingTests
{
    [Theory]
    [InlineData("text/event-stream: {}", "Events of strings")]
    [InlineData("text/event-stream: { schema: {} }", "Events of strings")]
    [InlineData("text/event-stream: { schema: { type: string, format: binary } }", "Events of strings")]
    [InlineData("text/event-stream: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } }", "Events of Item, ends with [DONE]")]
    [InlineData("text/event-stream: { schema: { $ref: '#/components/schemas/Item' } }", "Events of Item, ends with [DONE]")]
    [InlineData("text/event-stream; charset=utf-8: { schema: { $ref: '#/components/schemas/Item' } }", "Events of Item, ends with [DONE]")]
    [InlineData("text/event-stream: { schema: { $ref: '#/components/schemas/Event' } }", "Events of Event, whole with text")]
    [InlineData("text/event-stream: { schema: { type: object, properties: { id: { type: integer }, data: { type: string } } } }", "Events of an object, ends with [DONE]")]
    [InlineData("text/event-stream: { itemSchema: { type: object, properties: { id: { type: string }, data: { type: object, properties: { a: { type: string } } } } } }", "Events of an object, whole with JSON")]
    [InlineData("text/event-stream: { itemSchema: { type: object, properties: { data: { type: string, contentSchema: { $ref: '#/components/schemas/Item' } } } } }", "Events of an object, whole with JSON")]
    [InlineData("text/event-stream: { itemSchema: { type: object, properties: { data: { type: string, contentMediaType: text/csv, contentSchema: { type: object } } } } }", "Events of an object, whole with text")]
    [InlineData("application/jsonl: {}", "Lines of any JSON")]
    [InlineData("application/x-ndjson: { schema: { type: string } }", "Lines of any JSON")]
    [InlineData("application/vnd.log+ndjson: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } }", "Lines of Item")]
    [InlineData("application/stream+json: { schema: { $ref: '#/components/schemas/Item' } }", "Lines of Item")]
    [InlineData("application/geo+json-seq: { itemSchema: { $ref: '#/components/schemas/Item' } }", "Sequence of Item")]
    [InlineData("application/json: { itemSchema: { $ref: '#/components/schemas/Item' } }", "Array of Item")]
    [InlineData("application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } }", "")]
    [InlineData("application/json: { schema: { type: object, properties: { result: { $ref: '#/components/schemas/Item' }, error: { type: object } } } }", "")]
    [InlineData("application/json: { schema: { title: Stream result of Item, type: object, properties: { result: { $ref: '#/components/schemas/Item' }, error: { type: object } } } }", "Lines of Item, in result or error")]
    [InlineData("application/json: { x-kiln-stream: { format: lines, item: '#/components/schemas/Item' } }", "Lines of Item")]
    [InlineData("application/json: { x-kiln-stream: { format: lines, result: /item }, schema: { type: object, properties: { item: { $ref: '#/components/schemas/Item' } } } }", "Lines of Item, in item")]
    [InlineData("text/event-stream: { x-kiln-stream: { wholeEvent: true, endMarkers: [] }, schema: { $ref: '#/components/schemas/Item' } }", "Events of Item, whole with text")]
    [InlineData("text/event-stream: { x-kiln-stream: { item: { $ref: '#/components/schemas/Item' }, endMarkers: [a, b], errorEvents: [e] } }", "Events of Item, ends with a b, errors are e")]
    [InlineData("application/json: { x-kiln-stream: { endMarkers: [a] }, schema: { $ref: '#/components/schemas/Item' } }", "Events of Item, ends with a")]
    [InlineData("application/jsonl: { x-kiln-stream: false, schema: { $ref: '#/components/schemas/Item' } }", "")]
    public void Items_of_a_body(string content, string expected) =>
        Assert.Equal(expected, Describe(Operation($"get: {{ responses: {{ '200': {{ description: d, content: {{ {content} }} }} }} }}")));

    [Theory]
    [InlineData("{ format: lines }", "Lines of Item")]
    [InlineData("{ format: array }", "Array of Item")]
    [InlineData("{ format: events }", "Events of strings, ends with [DONE], by watch = true")]
    [InlineData("{ format: sequence, item: { $ref: '#/components/schemas/Event' } }", "Sequence of Event, by watch = true")]
    [InlineData("{ flag: { parameter: watch } }", "Lines of any JSON, by watch = true")]
    [InlineData("{ flag: { property: mode/x, value: live }, item: '#/components/schemas/Event' }", "Lines of Event, by /mode~1x = live")]
    [InlineData("false", "")]
    public void An_operation_describes_its_stream(string extension, string expected) => Assert.Equal(expected, Describe(Operation($$"""
        post:
          x-kiln-stream: {{extension}}
          parameters: [{ name: watch, in: query, schema: { type: boolean } }]
          requestBody: { content: { application/json: { schema: { type: object, properties: { mode/x: { type: string } } } } } }
          responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } }
        """)));

    [Theory]
    [InlineData("requestBody: { content: { application/json: { schema: { type: object, properties: { stream: { type: [boolean, 'null'] } } } } } }", "/stream = true", "the property 'stream' of the body to true")]
    [InlineData("requestBody: { content: { application/json: { schema: { type: object, properties: { stream_format: { enum: [sse, audio] } } } } } }", "/stream_format = sse", "the property 'stream_format' of the body to sse")]
    [InlineData("requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { stream: { type: boolean } } } } } }", "/stream = true", null)]
    [InlineData("parameters: [{ name: watch, in: query, schema: { type: boolean } }]", "watch = true", "the query parameter 'watch' to true")]
    [InlineData("parameters: [{ name: watch, in: query, schema: { type: string } }]", null, null)]
    [InlineData("x-kiln-stream: { flag: false }\n  parameters: [{ name: watch, in: query, schema: { type: boolean } }]", null, null)]
    [InlineData("x-kiln-stream: { flag: { parameter: watch } }\n  parameters: [{ name: watch, in: query, schema: { type: boolean } }]", "watch = true", null)]
    public void What_asks_for_a_stream_is_inferred_and_said(string part, string? flag, string? said)
    {
        var (api, diagnostics) = Read($$"""
            post:
              {{part.ReplaceLineEndings("\n  ").Replace("\n    ", "\n  ", StringComparison.Ordinal)}}
              responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } }, application/jsonl: { schema: { $ref: '#/components/schemas/Item' } } } } }
            """);

        Assert.Equal("Lines of Item" + (flag is null ? "" : $", by {flag}"), Describe(api.Operations[0]));
        Assert.Equal(said is null ? [] : [said], diagnostics.Where(d => d.StartsWith("KILN0169", StringComparison.Ordinal)).Select(d => d.Split("sets ")[1].Split(", because")[0]));
    }

    [Theory]
    [InlineData("true", "it must be an object such as { format: lines }, or false")]
    [InlineData("{ formats: lines }", "'formats' is not one of its keys (endMarkers, error, errorEvents, flag, format, item, result, wholeEvent)")]
    [InlineData("{ format: line }", "'format' must be events, lines, sequence or array")]
    [InlineData("{ format: lines, endMarkers: [a] }", "'endMarkers' is for 'format: events' only")]
    [InlineData("{ item: '#/components/schemas/None' }", "'item' must be a reference to a schema in 'components', such as '#/components/schemas/Event'")]
    [InlineData("{ item: { type: object } }", "'item' must be a reference to a schema in 'components', such as '#/components/schemas/Event'")]
    [InlineData("{ wholeEvent: 1 }", "'wholeEvent' must be true or false")]
    [InlineData("{ endMarkers: a }", "'endMarkers' must be an array of strings, such as ['[DONE]']")]
    [InlineData("{ format: array, errorEvents: [a] }", "'errorEvents' is for 'format: events' only")]
    [InlineData("{ errorEvents: [1] }", "'errorEvents' must be an array of strings, such as [error]")]
    [InlineData("{ result: result }", "'result' must be a JSON pointer to a property of each item, such as /result")]
    [InlineData("{ flag: stream }", "'flag' must be an object such as { property: stream, value: true } or { parameter: watch }, or false")]
    [InlineData("{ flag: { property: a, parameter: b } }", "'flag' must be an object such as { property: stream, value: true } or { parameter: watch }, or false")]
    [InlineData("{ flag: { property: stream, value: [] } }", "'value' must be a boolean, a number or a string")]
    [InlineData("{ flag: { property: stream } }", "the operation has no JSON request body with the property '/stream'")]
    [InlineData("{ flag: { parameter: stream } }", "the operation has no query parameter 'stream'")]
    [InlineData("{ flag: { parameter: limit, value: many } }", "the parameter 'limit' cannot be many; only booleans, integers, strings and enums of strings can be set")]
    public void A_wrong_description_is_an_error(string extension, string problem)
    {
        var diagnostics = Read($$"""
            get:
              x-kiln-stream: {{extension}}
              parameters: [{ name: limit, in: query, schema: { type: integer } }]
              responses: { '200': { description: d, content: { text/event-stream: {} } } }
            """).Diagnostics;

        Assert.Equal([$"KILN0144 x-kiln-stream: {problem}"], diagnostics.Distinct());
    }

    [Fact]
    public void A_stream_needs_a_successful_response() => Assert.Equal(
        ["KILN0144 x-kiln-stream: the operation has no successful response with a body"],
        Read("get: { x-kiln-stream: { format: lines }, responses: { '204': { description: d } } }").Diagnostics);

    [Fact]
    public void The_schema_of_an_item_is_kept_by_filters()
    {
        var source = SpecSource.Of(new("a.yaml", Document("get: { x-kiln-stream: { item: '#/components/schemas/Event' }, responses: { '200': { description: d, content: { text/event-stream: {} } } } }")), CancellationToken.None);

        var api = SdkPipeline.ReadApiFrom(source with { Filter = SpecFilter.None with { Include = new(["/a"], [], []) } }, TestContext.Current.CancellationToken).Value!;
        Assert.Equal(["Event"], api.Schemas.Select(s => s.Name));
    }

    [Fact]
    public void A_document_of_version_2_describes_streams_too()
    {
        var read = SdkPipeline.ReadApi(new("a.yaml", """
            swagger: '2.0'
            info: { title: T, version: '1' }
            produces: [application/json]
            definitions: { Event: { type: object, properties: { id: { type: integer } } } }
            paths:
              /a: { get: { x-kiln-stream: { format: lines, item: '#/definitions/Event' }, responses: { '200': { description: d } } } }
            """), TestContext.Current.CancellationToken);

        Assert.Empty(read.Diagnostics);
        Assert.Equal("Lines of Event", Describe(Assert.Single(read.Value!.Operations.Items)));
    }

    private static string Document(string operation) => $$"""
        openapi: 3.2.0
        info: { title: T, version: '1' }
        paths:
          /a:
            {{operation.ReplaceLineEndings("\n    ")}}
        components:
          schemas:
            Item: { type: object, properties: { id: { type: integer } } }
            Event: { type: object, properties: { event: { type: string }, data: { type: string } } }
        """;

    private static Operation Operation(string operation) => Assert.Single(Read(operation).Api.Operations.Items);

    private static (ApiModel Api, IReadOnlyList<string> Diagnostics) Read(string operation)
    {
        var read = SdkPipeline.ReadApi(new("a.yaml", Document(operation)), TestContext.Current.CancellationToken);
        return (read.Value!, [.. read.Diagnostics.Select(d => $"{d.Rule.Id} {d.Message}")]);
    }

    private static string Describe(Operation operation) => string.Join("; ", operation.Streams.Select(c => Describe(c.Items!)));

    private static string Describe(ItemSequence items)
    {
        var schema = items.Schema switch
        {
            ReferenceSchema reference => reference.Pointer.Split('/')[^1],
            ScalarSchema { Type: "string", Format: null } => "strings",
            AnySchema => "any JSON",
            _ => "an object",
        };
        var envelope = items.Envelope switch { EventEnvelope.None => "", EventEnvelope.Text => ", whole with text", _ => ", whole with JSON" };
        var result = items.ResultProperty is null ? "" : $", in {items.ResultProperty}{(items.ErrorProperty is { } error ? $" or {error}" : "")}";
        return $"{items.Format} of {schema}{envelope}{result}"
            + (items.EndMarkers.Count == 0 ? "" : $", ends with {string.Join(' ', items.EndMarkers)}")
            + (items.ErrorEvents is { } errors ? $", errors are {string.Join(' ', errors)}" : "")
            + (items.Flag is { } flag ? $", by {flag.Name} = {flag.Value}" : "");
    }
}
