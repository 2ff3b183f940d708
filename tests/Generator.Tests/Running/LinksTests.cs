using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Running;

/// <summary>Links, followed from responses that come over a socket.</summary>
public sealed class LinksTests
{
    private const string Order = "{type: object, properties: {id: {type: integer, format: int64}, items: {type: array, items: {type: string}}, customer: {type: object, properties: {id: {type: string}}}}}";

    [Theory]
    [InlineData("await (await client.Pets[7].GetAsync()).FollowOwner(client).GetAsync();", "/owners/5")]
    [InlineData("foreach (var pet in await client.Pets.GetAsync()) await client.Owners[pet.FollowPet(client).ToGetRequestInformation().URI.AbsolutePath].GetAsync();", "/owners/%2Fpets%2F7", "[{\"id\":7}]")]
    [InlineData("await (await client.Pets[7].GetAsync()).FollowPhoto(client, petId: 7, number: 2).GetAsync();", "/pets/7/photos/large/2")]
    [InlineData("await (await client.Pets[7].GetWithResponseAsync()).FollowShop(client).GetAsync();", "/shops/north%20side/owners/5")]
    [InlineData("await (await client.Pets.PostWithResponseAsync(new() { Id = 1 })).FollowPet(client).GetAsync();", "/pets/9")]
    public async Task The_linked_operation_is_called_with_values_of_the_response(string statements, string path, string body = "{\"id\":7,\"owner\":{\"id\":5}}")
    {
        await using var server = new RawServer("200 OK\nContent-Type: application/json\nX-Shop: north side\nX-Pet: 9\n\n" + body);

        Call(server, statements + " return null;");
        Assert.Equal(path, server.Requests.Last().Split(' ')[1]);
    }

    [Theory]
    [InlineData("await client.Pets[7].GetAsync()", "FollowOwner(client)", "The link cannot be followed: the response has no value for $response.body#/owner/id.")]
    [InlineData("await client.Pets.PostWithResponseAsync(new() { Id = 1 })", "FollowPet(client)", "The link cannot be followed: the response has no value for $response.header.X-Pet.")]
    public async Task A_value_that_is_missing_is_said(string response, string link, string message)
    {
        await using var server = new RawServer("200 OK\nContent-Type: application/json\n\n{\"id\":7}");

        Assert.Equal(message, Call(server, $"try {{ ({response}).{link}; return null; }} catch (InvalidOperationException e) {{ return e.Message; }}"));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("{operationId: missing}", "has no method: no operation has the id 'missing'")]
    [InlineData("{operationRef: '#/paths/~1missing/get'}", "has no method: '#/paths/~1missing/get' is not an operation of this document")]
    [InlineData("{operationRef: 'https://other.example/api.yaml#/paths/~1a/get'}", "has no method: 'https://other.example/api.yaml#/paths/~1a/get' is not an operation of this document")]
    [InlineData("{description: nowhere}", "has no method: it has neither 'operationId' nor 'operationRef'")]
    [InlineData("{operationId: other, server: {url: 'https://other.example'}}", "has no method: it leads to another server")]
    [InlineData("{operationId: other, parameters: {name: a}}", "has no method: its target has no parameter 'name'")]
    [InlineData("{operationId: other, parameters: {query.id: a}}", "has no method: its target has no parameter 'query.id'")]
    [InlineData("{operationId: other, parameters: {id: $url}}", "has no method: '$url' is not a value of the response, of the request, or a constant")]
    [InlineData("{operationId: other, parameters: {id: 'o-{$response.body#/id}'}}", "has no method: 'o-{$response.body#/id}' is not a value of the response, of the request, or a constant")]
    [InlineData("{operationId: other, parameters: {id: $response.body#/missing}}", "has no method: the response has no property '$response.body#/missing'")]
    [InlineData("{operationId: other, parameters: {id: $response.body#/items/0}}", "has no method: the response has no property '$response.body#/items/0'")]
    [InlineData("{operationId: other, parameters: {id: $response.body#/customer}}", "has no method: '$response.body#/customer' is not a single value")]
    [InlineData("{operationId: other, parameters: {id: $response.body#/id, page: 2}}", "does not fill 'page', which is not in the path; pass it to the method of the operation")]
    [InlineData("{operationId: other, parameters: {id: $response.body#/id}, requestBody: $response.body}", "does not fill the request body; pass it to the method of the operation")]
    public void A_link_that_is_not_generated_in_full_is_reported(string link, string problem)
    {
        var told = SdkPipeline.ReadApi(new SpecText("a.yaml", Spec(link)), TestContext.Current.CancellationToken).Diagnostics.Items;

        Assert.Equal([$"The link 'l' {problem}"], told.Select(d => d.Message));
        Assert.All(told, d => Assert.Equal(("KILN0212", 13), (d.Rule.Id, d.Location.Line)));
    }

    [Theory]
    [InlineData("{operationId: other, parameters: {id: $response.body#/customer/id}}", "order.FollowL(client)", "b c")]
    [InlineData("{operationId: other, parameters: {path.id: $response.body#/id}}", "order.FollowL(client)", "7")]
    [InlineData("{operationId: other, parameters: {id: main}}", "order.FollowL(client)", "main")]
    [InlineData("{operationId: other, parameters: {id: 12}}", "order.FollowL(client)", "12")]
    [InlineData("{operationId: other, parameters: {id: $request.query.shop}}", "order.FollowL(client, shop: \"s\")", "s")]
    [InlineData("{operationId: other, parameters: {id: $request.body#/a/b}}", "order.FollowL(client, b: \"s\")", "s")]
    [InlineData("{operationId: other}", "order.FollowL(client, id: \"s\")", "s")]
    [InlineData("{operationId: other, x-kiln-name: customer, parameters: {id: '{$response.body#/id}'}}", "order.FollowCustomer(client)", "7")]
    public void A_value_may_come_from_anywhere(string link, string call, string id) => Assert.Equal(
        $"https://a.example/others/{Uri.EscapeDataString(id)}",
        SdkRun.Of(Spec(link), $$$"""
            var client = new TClient(new TClientOptions { Server = new("https://a.example") });
            var order = Read<Order>("{\"id\":7,\"customer\":{\"id\":\"b c\"}}");
            return {{{call}}}.ToGetRequestInformation().URI.OriginalString;
            """, "using Sdk;"));

    private static string Spec(string link) => $$$"""
        openapi: 3.0.4
        info: {title: T, version: '1'}
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200':
                  description: d
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'} } }
                  links:
                    l: {{{link}}}
          /others/{id}:
            get:
              operationId: other
              parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: page, in: query, schema: {type: integer}}]
              responses: {'204': {description: d}}
        components:
          schemas:
            Order: {{{Order}}}
        """;

    private static string Call(RawServer server, string statements) => SdkRun.Of(ScenarioSdk.Read("Links"), $$"""
        return Task.Run<object?>(async () =>
        {
            var client = new ShopClient(new ShopClientOptions { Server = new("{{server.Url}}") });
            {{statements}}
        }).Result;
        """, "using Sdk;");
}
