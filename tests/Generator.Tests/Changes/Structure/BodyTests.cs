using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Bodies of requests and responses, their media types, headers and links.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("tags: []", "requestBody: { content: { application/json: {} } }", "request request-body added POST /pets request: nothing -> application/json [optional]")]
    [InlineData("tags: []", "requestBody: { required: true, content: { application/json: {} } }", "request request-body added POST /pets request: nothing -> application/json [required]")]
    [InlineData("requestBody: { required: true, content: { application/json: {} } }", "tags: []", "request request-body removed POST /pets request: application/json -> nothing [required]")]
    [InlineData("requestBody: { content: { application/json: {} } }", "requestBody: { required: true, content: { application/json: {} } }", "request request-body-required added POST /pets request")]
    [InlineData("requestBody: { required: true, content: { application/json: {} } }", "requestBody: { content: { application/json: {} } }", "request request-body-required removed POST /pets request")]
    [InlineData("requestBody: { content: { application/json: {} } }", "requestBody: { content: { application/json: {}, application/xml: {} } }", "request media-type added POST /pets request: nothing -> application/xml")]
    [InlineData("requestBody: { content: { application/json: {}, application/xml: {} } }", "requestBody: { content: { application/json: {} } }", "request media-type removed POST /pets request: application/xml -> nothing")]
    [InlineData("requestBody: { content: { application/json: {} } }", "requestBody: { content: { application/json: { schema: { type: object } } } }", "request media-type-schema added POST /pets request: nothing -> application/json")]
    [InlineData("requestBody: { content: { application/json: { schema: { type: object } } } }", "requestBody: { content: { application/json: {} } }", "request media-type-schema removed POST /pets request: application/json -> nothing")]
    [InlineData("requestBody: { content: { 'application/json; charset=utf-8': {} } }", "requestBody: { content: { 'Application/JSON;charset=UTF-8': {} } }")]
    public void Request_bodies_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, OperationLines(old, current));

    [Theory]
    [InlineData("application/problem+json", "application/json", "response media-type widened GET /pets 200: application/problem+json -> application/json")]
    [InlineData("application/json", "application/*", "response media-type widened GET /pets 200: application/json -> application/*")]
    [InlineData("application/json", "application/vnd.pets+json", "response media-type narrowed GET /pets 200: application/json -> application/vnd.pets+json")]
    [InlineData("'*/*'", "image/png", "response media-type narrowed GET /pets 200: */* -> image/png")]
    [InlineData("application/json;v=1", "application/json;v=2", "response media-type changed GET /pets 200: application/json;v=1 -> application/json;v=2")]
    [InlineData("text/plain", "text/plain; charset=utf-8", "response media-type narrowed GET /pets 200: text/plain -> text/plain; charset=utf-8")]
    [InlineData(
        "application/json", "application/xml",
        "response media-type removed GET /pets 200: application/json -> nothing", "response media-type added GET /pets 200: nothing -> application/xml")]
    public void The_name_of_a_media_type_is_changed(string old, string current, params string[] expected) =>
        Assert.Equal(expected, ResponseLines($"'200': {{ description: d, content: {{ {old}: {{}} }} }}", $"'200': {{ description: d, content: {{ {current}: {{}} }} }}"));

    [Theory]
    [InlineData("'200': { description: d }, '201': { description: d }", "'200': { description: d }", "response response removed GET /pets 201: 201 -> nothing [success]")]
    [InlineData("'200': { description: d }", "'200': { description: d }, '404': { description: d }", "response response added GET /pets 404: nothing -> 404 [non-success]")]
    [InlineData("'200': { description: d }, default: { description: d }", "'200': { description: d }", "response response removed GET /pets default: default -> nothing [non-success]")]
    [InlineData("'200': { description: d }", "'200': { description: e }", "response description changed GET /pets 200: d -> e")]
    [InlineData("2XX: { description: d }", "2xx: { description: d }")]
    public void Responses_are_compared_by_status(string old, string current, params string[] expected) => Assert.Equal(expected, ResponseLines(old, current));

    [Theory]
    [InlineData("", "X-A: { schema: { type: string } }", "response response-header added GET /pets 200 header X-A: nothing -> X-A [optional]")]
    [InlineData("X-A: { schema: { type: string } }", "", "response response-header removed GET /pets 200 header X-A: X-A -> nothing [optional]")]
    [InlineData("X-A: { required: true, schema: { type: string } }", "", "response response-header removed GET /pets 200 header X-A: X-A -> nothing [required]")]
    [InlineData("X-A: { schema: { type: string } }", "x-a: { required: true, schema: { type: string } }", "response required added GET /pets 200 header x-a")]
    [InlineData("X-A: { required: true, schema: { type: string } }", "X-A: { schema: { type: string } }", "response required removed GET /pets 200 header X-A")]
    [InlineData("X-A: { schema: { type: string } }", "X-A: { deprecated: true, schema: { type: string } }", "response deprecated added GET /pets 200 header X-A [sunset-missing]")]
    [InlineData("", "Content-Type: { schema: { type: string } }")]
    public void Response_headers_are_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, ResponseLines($"'200': {{ description: d, headers: {{ {old} }} }}", $"'200': {{ description: d, headers: {{ {current} }} }}"));

    [Theory]
    [InlineData("", "self: { operationId: get }", "response link added GET /pets 200 link self: nothing -> self")]
    [InlineData("self: { operationId: get }", "", "response link removed GET /pets 200 link self: self -> nothing")]
    [InlineData("self: { operationId: get, description: a }", "self: { description: b, operationId: get }")]
    [InlineData(
        "self: { operationId: get }", "self: { operationId: get, parameters: { a: $request.path.a } }",
        "response link changed GET /pets 200 link self: {\"operationId\":\"get\",} -> {\"operationId\":\"get\",\"parameters\":{\"a\":\"$request.path.a\",},}")]
    public void Links_are_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, ResponseLines($"'200': {{ description: d, links: {{ {old} }} }}", $"'200': {{ description: d, links: {{ {current} }} }}"));

    [Theory]
    [InlineData("", "a: { contentType: image/png }", "request encoding added POST /pets request multipart/form-data .a: nothing -> image/png")]
    [InlineData("a: { contentType: image/png }", "a: { contentType: image/jpeg }", "request encoding changed POST /pets request multipart/form-data .a: image/png -> image/jpeg")]
    [InlineData("a: { contentType: image/png }", "", "request encoding removed POST /pets request multipart/form-data .a: image/png -> nothing")]
    [InlineData("a: { style: form, explode: true }", "a: { explode: true, style: form }")]
    public void Encodings_of_forms_are_compared(string old, string current, params string[] expected)
    {
        const string Form = "requestBody: { content: { application/json: {}, multipart/form-data: { schema: { type: object, properties: { a: { type: string } } }, encoding: { ENCODING } } } }";
        Assert.Equal(expected, OperationLines(Form.Replace("ENCODING", old, StringComparison.Ordinal), Form.Replace("ENCODING", current, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_shared_response_is_one_for_all_operations_that_have_it()
    {
        static string Document(string headers) => "paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/Ok' } } } }, /b: { get: { responses: { '200': { $ref: '#/components/responses/Ok' } } } } }\n"
            + $"components: {{ responses: {{ Ok: {{ description: d, headers: {{ {headers} }} }} }} }}\n";

        Assert.Equal(
            ["response response-header added responses/Ok header X-A: nothing -> X-A [optional]"], BodyLines(Document(""), Document("X-A: { schema: { type: string } }")));
    }

    private static string[] ResponseLines(string old, string current) =>
        PathLines($"{{ /pets: {{ get: {{ operationId: get, responses: {{ {old} }} }} }} }}", $"{{ /pets: {{ get: {{ operationId: get, responses: {{ {current} }} }} }} }}");
}
