namespace Kiln.Generator.Tests.Sharing;

/// <summary>Responses, bodies, parameters and headers that operations share are one type each.</summary>
public sealed class SharedComponentTests
{
    private const string Operations = """
        paths:
          /a:
            get:
              operationId: readA
              parameters: [{ $ref: '#/components/parameters/SortOrder' }, { $ref: '#/components/parameters/Status' }]
              responses:
                '200': { $ref: '#/components/responses/Page' }
                '400': { $ref: '#/components/responses/Invalid' }
                '404': { $ref: '#/components/responses/NotFoundResponse' }
                '409': { $ref: '#/components/responses/ConflictException' }
                '500': { description: no, content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } } }
            post:
              operationId: writeA
              requestBody: { $ref: '#/components/requestBodies/Change' }
              responses: { '200': { $ref: '#/components/responses/List' } }
          /b:
            get:
              operationId: readB
              parameters: [{ $ref: '#/components/parameters/SortOrder' }, { $ref: '#/components/parameters/Status' }]
              responses:
                '200': { $ref: '#/components/responses/Page' }
                '400': { $ref: '#/components/responses/Invalid' }
                '404': { $ref: '#/components/responses/NotFoundResponse' }
                '409': { $ref: '#/components/responses/ConflictException' }
                '500': { description: no, content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } } }
            post:
              operationId: writeB
              requestBody: { $ref: '#/components/requestBodies/Change' }
              responses: { '200': { $ref: '#/components/responses/List' } }
          /c: { get: { operationId: readC, responses: { '200': { description: ok, headers: { X-RateLimit-Limit: { schema: { type: integer } }, X-RateLimit-Left: { schema: { type: integer } } } } } } }
          /d: { get: { operationId: readD, responses: { '200': { description: ok, headers: { X-RateLimit-Left: { schema: { type: integer } }, X-RateLimit-Limit: { schema: { type: integer } } } } } } }
          /e: { get: { operationId: readE, responses: { '200': { description: ok, headers: { X-RateLimit-Limit: { schema: { type: integer } }, X-RateLimit-Left: { schema: { type: string } } } } } } }
        components:
          parameters:
            SortOrder: { name: sort, in: query, schema: { type: string, enum: [asc, desc] } }
            Status: { name: status, in: query, schema: { type: string, enum: [open, closed] } }
          requestBodies:
            Change: { content: { application/json: { schema: { type: object, properties: { to: { type: object, properties: { x: { type: integer } } } } } } } }
          responses:
            Page: { description: ok, headers: { X-Next: { schema: { type: string, enum: [yes, no] } } }, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: object, properties: { n: { type: integer } } } } } } } } }
            List: { description: ok, content: { application/json: { schema: { type: array, items: { type: object, properties: { m: { type: integer } } } } } } }
            Invalid: { description: no, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
            NotFoundResponse: { description: no, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
            ConflictException: { description: no, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
          schemas:
            Status: { type: object, properties: { state: { type: string } } }
        """;

    [Fact]
    public void Each_is_one_type_that_is_called_like_the_component() => Assert.Equal(
        "Change ChangeTo ConflictError ConflictException InternalServerError InternalServerException Invalid InvalidException ListItem NotFoundException NotFoundResponse "
            + "Page PageHeaders PageItem PageXNext RateLimitHeaders ReadEHeaders SortOrder Status StatusParameter",
        SharedTypes.Of(Operations).Names);
}
