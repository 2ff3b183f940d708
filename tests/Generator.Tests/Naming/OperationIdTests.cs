using System.Text;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>What is inline in an operation is named after its id, as people and frameworks write it, else after its path.</summary>
public sealed class OperationIdTests
{
    // The method, the path, the id, and what the response of the operation is called.
    private static readonly (string Method, string Path, string? Id, string Response)[] Operations =
    [
        ("get", "/pets", "listPets", "ListPetsResponse"),
        ("post", "/pets", "create_pet", "CreatePetResponse"),
        ("get", "/toys", "toys/list", "ToysListResponse"),
        ("get", "/gists", "gists/list-gists", "ListGistsResponse"), // the group is said again
        ("get", "/shops", "petStore.shops.list", "ShopsListResponse"),
        ("get", "/cats", "api.cats.list", "ApiCatsListResponse"), // without the first part it would be that of /v2/cats
        ("get", "/v2/cats", "v2.cats.list", "V2CatsListResponse"),
        ("get", "/dogs", "DogsController_findAll", "DogsFindAllResponse"), // NestJS
        ("get", "/dogs/{id}", "read_dog_dogs__id__get", "ReadDogResponse"), // FastAPI
        ("delete", "/dogs/{id}", "delete_dogs__id__delete", "DogsItemDeleteResponse"), // its function says no more than the method
        ("get", "/birds", "findBirdsUsingGET_1", "FindBirdsResponse"), // Springfox
        ("get", "/fish", "findFish", "FishResponse"), // Springdoc: of two, neither is the first
        ("get", "/fish/all", "findFish_1", "AllResponse"),
        ("get", "/users/{id}/pets", "GET_users_id_pets", "UsersPetsResponse"), // the path once more
        ("get", "/shops/{id}/pets", null, "ShopsPetsResponse"),
        ("get", "/twins", "twin", "TwinsResponse"), // two operations have it
        ("put", "/twins", "twin", "TwinsPutResponse"),
        ("get", "/worlds", "{world}", "WorldsResponse"),
        ("get", "/numbers", "3gpp", "NumbersResponse"),
        ("get", "/lists", "list", "ListsResponse"),
        ("post", "/answers", "createResponse", "CreateResponse"), // "Response" is said once
        ("get", "/long", "administration/list-all-members-of-an-organization-that-are-not-active", "ListAllMembersOfAnOrganizationThatAreNotActiveResponse"),
    ];

    private static readonly Lazy<LoadedSdk> Sdk = new(() => LoadedSdk.Of(Document(Operations)));

    public static TheoryData<string> Responses() => [.. Operations.Select(o => o.Response)];

    [Theory]
    [MemberData(nameof(Responses))]
    public void Names_the_response(string name) => Assert.NotNull(Sdk.Value.Type(name));

    [Theory]
    [InlineData("ListPetsQuery")]
    [InlineData("ListPetsSort")] // an enum of a parameter
    [InlineData("ListPetsHeaders")]
    [InlineData("ListPetsNotFoundError")]
    [InlineData("ListPetsNotFoundException")]
    [InlineData("ListPetsUnprocessableContentException")]
    [InlineData("ListPetsStatus499Exception")] // which has no name
    [InlineData("ListPetsClientException")] // 4XX
    [InlineData("ListPetsException")] // default
    [InlineData("CreatePetRequest")]
    public void Names_what_else_is_inline(string name) => Assert.NotNull(Details.Value.Type(name));

    [Fact]
    public void The_order_of_the_operations_names_nothing()
    {
        var reversed = LoadedSdk.Of(Document(Operations.Reverse()));

        Assert.Equal(Names(Sdk.Value), Names(reversed));
    }

    private static readonly Lazy<LoadedSdk> Details = new(() => LoadedSdk.Of("""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [{ name: sort, in: query, schema: { type: string, enum: [a, b] } }]
              responses:
                '200': { description: x, headers: { X-Total: { schema: { type: integer } } } }
                '404': { description: x, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                '422': { description: x, content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } } }
                '499': { description: x, content: { application/json: { schema: { type: object, properties: { c: { type: string } } } } } }
                4XX: { description: x, content: { application/json: { schema: { type: object, properties: { d: { type: string } } } } } }
                default: { description: x, content: { application/json: { schema: { type: object, properties: { e: { type: string } } } } } }
            post:
              operationId: createPet
              requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '204': { description: x } }
        """));

    private static IEnumerable<string> Names(LoadedSdk sdk) => sdk.Driver.GetRunResult().GeneratedTrees.Select(t => t.FilePath).Order(StringComparer.Ordinal);

    // Each response has a property of its own, so that no two of them are equal.
    private static string Document(IEnumerable<(string Method, string Path, string? Id, string Response)> operations)
    {
        var document = new StringBuilder("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n");
        foreach (var path in operations.GroupBy(o => o.Path))
        {
            document.Append($"  {path.Key}:\n");
            foreach (var (method, _, id, response) in path)
            {
                document.Append($"    {method}:\n");
                if (id is not null)
                    document.Append($"      operationId: '{id}'\n");
                document.Append($"      responses: {{ '200': {{ description: x, content: {{ application/json: {{ schema: {{ type: object, properties: {{ of{response}: {{ type: string }} }} }} }} }} }} }}\n");
            }
        }
        return document.ToString();
    }
}
