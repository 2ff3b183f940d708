using Kiln.Generator.Changes.Comparison.Structure;
using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>What OpenAPI has no keyword for, what the service sends, and what a document says of itself.</summary>
public sealed class ContractTests
{
    private const string Paged =
        "parameters: [{ name: cursor, in: query, schema: { type: string } }], responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } }, next: { type: string }, more: { type: string } } } } } } }";

    [Theory]
    [InlineData(
        "x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data }, ", "x-kiln-paging: { cursor: cursor, nextCursor: /more, items: /data }, ",
        "paging changed GET /pets: next /next -> next /more")]
    [InlineData(
        "x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data }, ", "x-kiln-paging: { cursor: cursor, nextCursor: /more, items: /data, endCursors: [none] }, ",
        "paging changed GET /pets: next /next, no end cursors -> next /more, end cursors none")]
    [InlineData(
        "x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data }, ", "x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data, endCursors: [none] }, ",
        "paging changed GET /pets: nothing -> end cursors none [extended]")]
    [InlineData(
        "x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data }, ", "x-kiln-paging: false, ", "paging removed GET /pets: cursor, input cursor, next /next, items /data -> nothing")]
    public void Pages_are_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, PathLines($"{{ /pets: {{ get: {{ {old}{Paged} }} }} }}", $"{{ /pets: {{ get: {{ {current}{Paged} }} }} }}"));

    [Fact]
    public void Streams_are_compared()
    {
        static string Document(string content) => $"{{ /events: {{ get: {{ responses: {{ '200': {{ description: d, content: {{ {content} }} }} }} }} }} }}";

        Assert.Equal(
            ["response media-type added GET /events 200: nothing -> text/event-stream", "response streaming added GET /events: nothing -> events, end [DONE]"],
            PathLines(Document("application/json: { schema: { type: string } }"), Document("application/json: { schema: { type: string } }, text/event-stream: { schema: { type: object } }")));
    }

    [Fact]
    public void Rate_limits_of_a_document_are_one_change()
    {
        static string Document(int requests) =>
            $"x-kiln-rate-limit: {{ requests: {requests}, per: 1s }}\npaths: {{ /a: {{ get: {{ responses: {{ '204': {{ description: d }} }} }} }}, /b: {{ get: {{ responses: {{ '204': {{ description: d }} }} }} }} }}\n";

        Assert.Equal(["rate-limit changed : 10 in 1000 ms -> 20 in 1000 ms"], BodyLines(Document(10), Document(20)));
    }

    [Fact]
    public void The_header_of_idempotency_keys_is_compared() =>
        Assert.Equal(["idempotency-header added POST /pets: nothing -> Idempotency-Key"], OperationLines("tags: []", "x-kiln-idempotency-key: true"));

    [Theory]
    [InlineData("a: { post: { responses: { '204': { description: d } } } }", "", "webhook removed webhook POST a: a -> nothing [outgoing]")]
    [InlineData("", "a: { post: { responses: { '204': { description: d } } } }", "webhook added webhook POST a: nothing -> a [outgoing]")]
    [InlineData(
        "a: { post: { requestBody: { content: { application/json: {} } }, responses: { '204': { description: d } } } }", "b: { post: { requestBody: { content: { application/json: {} } }, responses: { '204': { description: d } } } }",
        "webhook renamed webhook POST b: a -> b [outgoing]")]
    [InlineData(
        "a: { post: { responses: { '204': { description: d } } } }", "a: { post: { requestBody: { content: { application/json: {} } }, responses: { '202': { description: d } } } }",
        "response request-body added webhook POST a request: nothing -> application/json [optional outgoing]", "request response removed webhook POST a 204: 204 -> nothing [success outgoing]",
        "request response added webhook POST a 202: nothing -> 202 [success outgoing]")]
    [InlineData(
        "a: { post: { responses: { '204': { description: d } } } }", "a: { post: { parameters: [{ name: X-A, in: header, schema: { type: string } }], responses: { '204': { description: d } } } }",
        "response parameter added webhook POST a header X-A: nothing -> X-A [optional in-header outgoing]")]
    public void Webhooks_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, BodyLines($"webhooks: {{ {old} }}\npaths: {{}}\n", $"webhooks: {{ {current} }}\npaths: {{}}\n"));

    [Theory]
    [InlineData("", "done: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } }", "callback added POST /pets callback done POST: nothing -> done [outgoing]")]
    [InlineData("done: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } }", "", "callback removed POST /pets callback done POST: done -> nothing [outgoing]")]
    [InlineData(
        "done: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } }", "done: { '{$request.body#/uri}': { post: { responses: { '204': { description: d } } } } }",
        "callback changed POST /pets callback done POST: {$request.body#/url} -> {$request.body#/uri} [outgoing]")]
    [InlineData(
        "done: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } }", "done: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: {} } }, responses: { '204': { description: d } } } } }",
        "response request-body added POST /pets callback done POST request: nothing -> application/json [optional outgoing]")]
    public void Callbacks_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, OperationLines($"callbacks: {{ {old} }}", $"callbacks: {{ {current} }}"));

    [Fact]
    public void A_callback_that_has_itself_as_a_callback_is_compared_once()
    {
        static string Document(string id) =>
            "paths: { /pets: { post: { callbacks: { done: { $ref: '#/components/callbacks/Done' } }, responses: { '204': { description: d } } } } }\n"
            + $"components: {{ callbacks: {{ Done: {{ '{{$request.body#/url}}': {{ post: {{ summary: {id}, callbacks: {{ again: {{ $ref: '#/components/callbacks/Done' }} }}, responses: {{ '204': {{ description: d }} }} }} }} }} }} }}\n";

        Assert.Equal(["summary changed callbacks/Done POST: a -> b [outgoing]"], BodyLines(Document("a"), Document("b")));
    }

    [Theory]
    [InlineData("title: a, version: '1'", "title: b, version: '1'", "info-title changed info: a -> b")]
    [InlineData("title: a, version: 1.9.0", "title: a, version: 1.10.0", "info-version increased info: 1.9.0 -> 1.10.0")]
    [InlineData("title: a, version: v2", "title: a, version: v1", "info-version decreased info: v2 -> v1")]
    [InlineData("title: a, version: '2024-01-31'", "title: a, version: '2024-02-01'", "info-version increased info: 2024-01-31 -> 2024-02-01")]
    [InlineData("title: a, version: beta", "title: a, version: final", "info-version changed info: beta -> final")]
    [InlineData("title: a, version: '1.0'", "title: a, version: 1.0")]
    public void What_a_document_says_of_itself_is_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, Lines($"openapi: 3.1.0\ninfo: {{ {old} }}\npaths: {{}}\n", $"openapi: 3.1.0\ninfo: {{ {current} }}\npaths: {{}}\n"));

    [Theory]
    [InlineData("1.0.0", "1.0.0", true, "info-version changed info: 1.0.0 -> 1.0.0 [not-bumped]")]
    [InlineData("1.0.0", "1.1.0", true, "info-major-version changed info: 1.0.0 -> 1.1.0 [not-bumped]")]
    [InlineData("1.0.0", "1.1.0", false)]
    [InlineData("1.0.0", "2.0.0", true)]
    [InlineData("beta", "final", true)]
    public void A_version_that_does_not_tell_of_the_changes_is_found(string old, string current, bool isBreaking, params string[] expected)
    {
        static string Document(string version) => $"openapi: 3.1.0\ninfo: {{ title: t, version: '{version}' }}\npaths: {{}}\n";

        Assert.Equal(expected, InfoComparer.NotBumped(Read(Source(Document(old))), Read(Source(Document(current))), isBreaking).Select(Line));
    }
}
